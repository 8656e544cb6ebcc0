"""
The time for 100,000 routines: in a loop, in a process pool, with dask, and with a worker killed on the way.

Run it as `python -m tests.benchmarks.population`, optionally followed by another number of routines.
"""

import importlib.util
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from time import perf_counter

import cloudpickle
from dask.distributed import Client, LocalCluster

EXAMPLE = Path(__file__).parents[2] / "examples" / "06_many_routines.py"


def load_example():
    spec = importlib.util.spec_from_file_location("many_routines", EXAMPLE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    # Workers of dask are separate processes, which cannot import a module of this name.
    cloudpickle.register_pickle_by_value(module)
    return module


example = load_example()


def summary_of_block(block):
    return example.summarize(map(example.measure, example.numbered_lines(block)))


def serial(path):
    return example.joined(map(summary_of_block, example.blocks(path)))


def pooled(path):
    with ProcessPoolExecutor() as pool:
        return example.joined(pool.map(summary_of_block, example.blocks(path)))


def with_dask(path, *, kill_after=None):
    here = {"host": "127.0.0.1", "dashboard_address": None, "threads_per_worker": 1, "n_workers": os.cpu_count()}
    with LocalCluster(**here) as cluster, Client(cluster) as client:
        first, *_ = client.run(os.getpid).values()
        killer = Timer(kill_after or 0, os.kill, (first, signal.SIGKILL))
        if kill_after:
            killer.start()
        summary = example.summary_of(path, client)
        killer.cancel()
        if kill_after:
            killed = first not in client.run(os.getpid).values()
            print(f"worker {'killed and replaced' if killed else 'STILL ALIVE'}")
        return summary


def main(count=100_000):
    with TemporaryDirectory() as folder:
        path = Path(folder, "population.jsonl")
        example.write_population(path, count)
        results = {}
        for name, way in {"serial": serial, "process pool": pooled, "dask": with_dask}.items():
            start = perf_counter()
            results[name] = way(path)
            seconds = perf_counter() - start
            print(f"{name:14}{seconds:8.1f} s")
        results["dask, killed"] = with_dask(path, kill_after=seconds / 2)
    steps = results["serial"].totals["steps",]
    same = all(result == results["serial"] for result in results.values())
    print(f"{count:,} routines, {steps:,} steps, {len(results['serial'].damaged):,} damaged lines")
    print("identical sums" if same else "DIFFERENT SUMS")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
