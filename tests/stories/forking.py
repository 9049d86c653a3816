"""
`python -m tests.stories.forking`: the command `loyalty`, loaded, which forks when it is told to.

To load it takes a hundred times longer than to fork. What is forked is a process as any other, with
a folder, settings, streams, signals and an end of its own.
"""

import gc
import json
import os
import select
import signal
import socket
import sys
from importlib import import_module
from pkgutil import walk_packages

import bot

OURS = 64  # this many file descriptors at most are open here


def load() -> None:
    """Load all of bot, but aiogram: that takes seconds, and the few who need it load it then."""
    for one in walk_packages(bot.__path__, "bot."):
        if "aiogram" not in one.name and one.name != "bot.__main__":
            import_module(one.name)


def forks(control: socket.socket) -> bool:
    """
    Fork for every line that comes, and tell of every end, until nobody is there; False then.

    True in what was forked: it has become what the line asks for.
    """
    ends, wakes = os.pipe()
    os.set_blocking(wakes, False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(wakes)
    lines = control.makefile("r", encoding="utf-8")
    while True:
        ready, _, _ = select.select([control.fileno(), ends], [], [])
        if ends in ready:
            os.read(ends, 4096)
            tell_ends(control)
        if control.fileno() in ready:
            line = lines.readline()
            if not line:
                return False
            pid = os.fork()
            if not pid:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                control.detach()
                become(**json.loads(line))
                return True
            control.sendall(f"started {pid} 0\n".encode())


def tell_ends(control: socket.socket) -> None:
    """Tell who ended, and how: the exit code, or minus the signal."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        control.sendall(f"ended {pid} {os.waitstatus_to_exitcode(status)}\n".encode())


def become(arguments: list[str], folder: str, settings: dict[str, str], files: list[str]) -> None:
    """Take over the words, the folder, the environment, and the files of the three streams."""
    os.closerange(3, OURS)
    for number, file in enumerate(files):
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC if number else os.O_RDONLY)
        os.dup2(opened, number)
        os.close(opened)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(settings)
    sys.argv[1:] = arguments


if __name__ == "__main__":
    load()
    gc.freeze()  # what is shared stays shared
    if forks(socket.socket(fileno=int(sys.argv[1]))):
        import_module("bot.cli.main").main()
