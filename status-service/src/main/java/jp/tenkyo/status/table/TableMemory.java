package jp.tenkyo.status.table;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.IndexType;
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

    /** Few and large, so that no block is larger than its shard and read again each time. */
    private static final int SHARD_BITS = 4;

    private static final double INDEX_AND_FILTER_SHARE = 0.5;
    private static final long WRITE_BUFFER_BYTES = 32L << 20;
    /** Of a write buffer: most certificates of a first reading are not there yet, and that should be cheap to know. */
    private static final double MEMTABLE_FILTER_SHARE = 0.1;

    private static final long LOG_OF_WRITES_BYTES_MAX = 128L << 20;
    private static final int BITS_PER_KEY = 10;
    private static final long BLOCK_BYTES = 4L << 10;
    private static final int LOG_FILES = 2;
    private static final long LOG_FILE_BYTES = 1L << 20;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;
    private final BloomFilter filter = new BloomFilter(BITS_PER_KEY);

    TableMemory(TableSettings settings) {
        cache = new LRUCache(settings.blockCache().toBytes(), SHARD_BITS, false, INDEX_AND_FILTER_SHARE);
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
                .setMemtableWholeKeyFiltering(true)
                .setMemtablePrefixBloomSizeRatio(MEMTABLE_FILTER_SHARE)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setBlockSize(BLOCK_BYTES)
                        .setFilterPolicy(filter)
                        // In parts, so that a table whose filters outgrow the cache becomes slower and not useless.
                        .setIndexType(IndexType.kTwoLevelIndexSearch)
                        .setPartitionFilters(true)
                        .setPinTopLevelIndexAndFilter(true)
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
