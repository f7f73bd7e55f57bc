package dev.dbpreflight.conditions;

import dev.dbpreflight.model.ObjectName;

/**
 * How large a table was when it was last vacuumed or analyzed; of a partitioned table all of its
 * partitions.
 *
 * @param bytes with its indexes and what is stored out of line; at least so many
 * @param rows at least so many
 * @param known false when the table, or a partition, was never vacuumed or analyzed: it may be of
 *     any size
 * @param vacuumDue its oldest unfrozen ID is older than the server allows, so that autovacuum will
 *     not give way to a lock on it
 */
public record TableSize(
    ObjectName table, ByteCount bytes, long rows, boolean known, boolean vacuumDue) {}
