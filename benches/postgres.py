"""A private PostgreSQL server for a benchmark, with settings that favour speed over safety."""

import contextlib
import glob
import os
import subprocess
import tempfile
import time
from pathlib import Path


def installed():
    return bool(glob.glob("/usr/lib/postgresql/*/bin/initdb"))


@contextlib.contextmanager
def server(**settings):
    """A server in a temporary folder, stopped and removed at the end."""
    with tempfile.TemporaryDirectory() as folder:
        started = Server(folder, settings)
        try:
            yield started
        finally:
            started.stop()


class Server:
    def __init__(self, folder, settings):
        self.bin = Path(sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1])
        self.folder = Path(folder)
        self.user = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}
        if self.user:
            subprocess.run(["chown", "-R", "postgres:postgres", folder], check=True)
        self.call("initdb", "-D", self.folder / "db", "-U", "postgres", "-A", "trust", "-E", "UTF8",
                  "--locale=C.UTF-8")
        settings = {"listen_addresses": "''", "fsync": "off", "shared_buffers": "1GB", "jit": "off",
                    "maintenance_work_mem": "1GB", "autovacuum": "off"} | settings
        options = f"-k {folder} " + " ".join(f"-c {name}={value}" for name, value in settings.items())
        self.call("pg_ctl", "-D", self.folder / "db", "-l", self.folder / "log", "-o", options, "-w", "start")

    def call(self, program, *arguments):
        subprocess.run([self.bin / program, *arguments], check=True, stdout=subprocess.DEVNULL,
                       cwd=self.folder, **self.user)

    def psql(self, *arguments):
        """The command that runs psql on this server and stops at the first error."""
        return [str(self.bin / "psql"), "-h", str(self.folder), "-U", "postgres", "-qAtX",
                "-v", "ON_ERROR_STOP=1", *arguments]

    def sql(self, script, data=None):
        """Runs a script; gives what it prints and the seconds it took."""
        start = time.perf_counter()
        answer = subprocess.run(self.psql("-c", script), input=data, check=True, capture_output=True, text=True)
        return answer.stdout.split(), time.perf_counter() - start

    def stop(self):
        self.call("pg_ctl", "-D", self.folder / "db", "-m", "immediate", "stop")
