"""Reads a data set as README.md beside this file tells: read.py duckdb|pandas DIR prints how many numbers and inputs it
holds; exit code 1 where there are none, or a number has no input or no verdict."""
import sys

program, folder = sys.argv[1:]
if program == "duckdb":
    import duckdb
    numbers, inputs, bare = duckdb.sql(
        "SELECT count(*), count(DISTINCT input), count(*) FILTER (input IS NULL OR verdict IS NULL) "
        "FROM read_parquet('" + folder.replace("'", "''") + "/measurements/**/*.parquet', hive_partitioning = true)"
    ).fetchone()
else:
    import pandas
    table = pandas.read_parquet(folder + "/measurements")
    numbers, inputs = len(table), table["input"].nunique()
    bare = int((table["input"].isna() | table["verdict"].isna()).sum())
print(f"{numbers} numbers of {inputs} inputs")
sys.exit(0 if numbers and not bare else 1)
