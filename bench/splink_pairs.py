"""How many candidate pairs a second Splink scores, for `make bench`.

Reads a list cleaned by `goldpan clean`, so that both compare the same normal
forms, and blocks and compares as goldpan does as far as Splink has the means.
What is timed is the scoring of the candidate pairs, after training; Splink
finds its pairs in the same query. Needs: pip install splink (with DuckDB).
"""

import logging
import sys
import time
import warnings

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

CORES = 2


def columns(path):
    """The compared columns of the list, empty cells as NULL."""
    con = duckdb.connect()
    con.execute(f"set threads to {CORES}").fetchall()
    con.execute(
        """create table rows as
        select row_number() over () as unique_id,
          nullif(lower(first_name), '') as first_name, nullif(lower(last_name), '') as last_name,
          nullif(lower(company), '') as company, nullif(email, '') as email,
          nullif(split_part(email, '@', 2), '') as domain,
          nullif(coalesce(nullif(mobile, ''), phone), '') as phone, nullif(tax_id, '') as tax_id,
          nullif(lower(street), '') as street, nullif(postal_code, '') as postal_code, nullif(lower(city), '') as city
        from read_csv(?, all_varchar = true)""",
        [path],
    ).fetchall()
    return con


def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("last_name").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("company", [0.95, 0.88]).configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
            cl.ExactMatch("phone"),
            cl.ExactMatch("tax_id"),
            cl.JaroWinklerAtThresholds("street", [0.9]),
            cl.LevenshteinAtThresholds("postal_code", [1]),
            cl.JaroWinklerAtThresholds("city", [0.9]).configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("email"),
            block_on("phone"),
            block_on("tax_id"),
            block_on("domain", "last_name"),
            block_on("domain", "first_name"),
            block_on("last_name", "substr(first_name, 1, 1)", "substr(postal_code, 1, 3)"),
            block_on("first_name", "last_name", "city"),
            block_on("company", "city"),
            block_on("street", "postal_code"),
        ],
        retain_intermediate_calculation_columns=False,
    )


def main(path):
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    con = columns(path)
    n = con.execute("select count(*) from rows").fetchall()[0][0]
    api = DuckDBAPI(connection=con)
    try:
        linker = Linker(api.register("rows"), settings())
    except AttributeError:  # before Splink 5
        linker = Linker("rows", settings(), db_api=api)
    linker.training.estimate_probability_two_random_records_match([block_on("email")], recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("email"), block_on("first_name", "last_name", "city")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    began = time.time()
    pairs = linker.inference.predict()
    took = time.time() - began
    count = con.execute(f"select count(*) from {pairs.physical_name}").fetchall()[0][0]
    print(f"\nSplink, {n} rows on {CORES} cores: {count} pairs in {took:.1f} s, {count / took / CORES / 1e6:.2f} M pairs/s and core")


if __name__ == "__main__":
    main(sys.argv[1])
