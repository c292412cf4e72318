package jp.tenkyo.status.table;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** The native memory that the store may take: one cache, and write buffers that count against it. */
final class TableMemory implements AutoCloseable {

    static {
        // Else the cache would call native code that nobody has loaded.
        RocksDB.loadLibrary();
    }

    private static final int SHARD_BITS_BY_SIZE = -1;
    private static final double INDEX_AND_FILTER_SHARE = 0.3;
    private static final long WRITE_BUFFER_BYTES = 16L << 20;
    private static final long LOG_OF_WRITES_BYTES_MAX = 128L << 20;
    private static final int BITS_PER_KEY = 10;
    private static final long BLOCK_BYTES = 4L << 10;
    private static final int LOG_FILES = 2;
    private static final long LOG_FILE_BYTES = 1L << 20;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;
    private final BloomFilter filter = new BloomFilter(BITS_PER_KEY);

    TableMemory(TableSettings settings) {
        cache = new LRUCache(settings.blockCache().toBytes(), SHARD_BITS_BY_SIZE, false, INDEX_AND_FILTER_SHARE);
        writeBuffers = new WriteBufferManager(settings.writeBuffers().toBytes(), cache);
    }

    DBOptions ofStore() {
        return new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWriteBufferManager(writeBuffers)
                .setMaxTotalWalSize(LOG_OF_WRITES_BYTES_MAX)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(LOG_FILES)
                .setMaxLogFileSize(LOG_FILE_BYTES);
    }

    ColumnFamilyOptions ofFamily() {
        return new ColumnFamilyOptions()
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setBlockSize(BLOCK_BYTES)
                        .setFilterPolicy(filter)
                        .setCacheIndexAndFilterBlocks(true)
                        .setCacheIndexAndFilterBlocksWithHighPriority(true)
                        .setPinL0FilterAndIndexBlocksInCache(true));
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
        filter.close();
    }
}
