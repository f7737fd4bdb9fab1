"""The pipeline over an archive: shards of input read by many workers into a Parquet data set."""
