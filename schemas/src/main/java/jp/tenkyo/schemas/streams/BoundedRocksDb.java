package jp.tenkyo.schemas.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one limit on write buffers for all stores of the process, and compressed files. Each store of
 * each partition would otherwise take up to 50 MB of cache and 48 MB of buffers of its own. Kafka Streams makes one
 * instance for each store, so what they share is static.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 96L << 20;
    private static final long WRITE_BUFFERS_BYTES = 48L << 20;
    private static final long WRITE_BUFFER_BYTES = 4L << 20;
    private static final double INDEX_AND_FILTER_SHARE = 0.2;

    /** Compressed together: what a holder's neighbours have in common is stored once. */
    private static final long BLOCK_BYTES = 16L << 10;

    private static final int SHARD_BITS_BY_SIZE = -1;

    static {
        // Else the cache below would call native code that nobody has loaded.
        RocksDB.loadLibrary();
    }

    // Never closed: they live as long as the process. Write buffers count against the cache.
    private static final Cache CACHE = new LRUCache(CACHE_BYTES, SHARD_BITS_BY_SIZE, false, INDEX_AND_FILTER_SHARE);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFERS_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setBlockSize(BLOCK_BYTES);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String storeName, Options options) {
        // The shared parts outlive each store.
    }
}
