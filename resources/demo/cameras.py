#!/usr/bin/python3
# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Body cameras and fixed cameras of the demo shift: a real RTSP server on this machine that serves made moving pictures.

One line of JSON on stdin says what to serve: {"port":0,"user":"u","password":"p","feeds":[{"path":"a","label":"1A12",
"fixed":false}, ...]}. It listens on loopback only, prints "port N", and ends when stdin does. A picture is made and coded
while somebody watches it, and only then; all who watch a feed share one coder.
"""
import json
import math
import random
import sys
import time
import zlib

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

WIDTH, HEIGHT, RATE = 640, 360, 15
STREET, SWAY = 1280, 24  # how wide a street is before it comes again; how far a walking camera sways, both even
CAPS = f"video/x-raw,format=I420,width={WIDTH},height={HEIGHT},framerate={RATE}/1"
CODER = "x264enc tune=zerolatency speed-preset=ultrafast key-int-max=30 threads=1 bitrate=500"

# Five by seven, a row a number, the leftmost dot the highest bit.
LETTERS = {
    "0": "EJJJJJE", "1": "4C4444E", "2": "EH1248V", "3": "EH16 1HE".replace(" ", ""), "4": "26AIV22", "5": "VGU11HE", "6": "68GUHHE",
    "7": "V124888", "8": "EHHEHHE", "9": "EHHF12C", "A": "EHHVHHH", "B": "UHHUHHU", "C": "EHGGGHE", "D": "SIHHHIS",
    "E": "VGGUGGV", "F": "VGGUGGG", "G": "EHGNHHF", "H": "HHHVHHH", "I": "E44444E", "J": "72222IC", "K": "HIKOKIH",
    "L": "GGGGGGV", "M": "HRLLHHH", "N": "HHPLJHH", "O": "EHHHHHE", "P": "UHHUGGG", "Q": "EHHHLID", "R": "UHHUKIH",
    "S": "FGGE11U", "T": "V444444", "U": "HHHHHHE", "V": "HHHHHA4", "W": "HHHLLLA", "X": "HHA4AHH", "Y": "HHHA444",
    "Z": "V1248GV", "-": "000V000", ":": "0440440", ".": "0000044", " ": "0000000",
}
LETTERS["0"] = "EHJLPHE"


def strip_of(text, scale=3):
    """The rows of a caption: light letters on a dark band."""
    rows = []
    for row in range(7):
        dots = bytearray(b"\x18" * 6)
        for letter in text.upper():
            bits = int(LETTERS.get(letter, LETTERS["-"])[row], 32)
            for bit in range(4, -1, -1):
                dots += (b"\xeb" if bits >> bit & 1 else b"\x18") * scale
            dots += b"\x18" * scale
        rows += [bytes(dots)] * scale
    edge = b"\x18" * len(rows[0])
    return [edge] * 4 + rows + [edge] * 4


class Street:
    """A street seen from the pavement, made up from the feed's name: sky, houses with windows, trees, the road."""

    def __init__(self, name):
        chance = random.Random(zlib.crc32(name.encode()))
        self.high = HEIGHT + 2 * SWAY
        self.luma = [bytearray(STREET) for _ in range(self.high)]
        self.blue = [bytearray(b"\x80" * (STREET // 2)) for _ in range(self.high // 2)]
        self.red = [bytearray(b"\x80" * (STREET // 2)) for _ in range(self.high // 2)]
        dusk = chance.random() < 0.4
        horizon = self.high * 11 // 20
        for y in range(horizon):
            self.luma[y][:] = bytes([(60 if dusk else 170) + y * 40 // horizon]) * STREET
        self.fill(0, 0, STREET, horizon, None, 150 if dusk else 146, 120)
        x = 0
        while x < STREET:
            wide, tall = chance.randrange(70, 190) & ~1, chance.randrange(70, horizon - 20) & ~1
            wall = chance.randrange(40, 90) if dusk else chance.randrange(80, 150)
            self.fill(x, horizon - tall, wide, tall, wall, chance.randrange(116, 132), chance.randrange(124, 140))
            for wy in range(horizon - tall + 10, horizon - 24, 22):
                for wx in range(x + 8, min(x + wide, STREET) - 12, 20):
                    lit = chance.random() < (0.5 if dusk else 0.15)
                    self.fill(wx, wy, 10, 12, 205 if lit else wall - 30, 96 if lit else None, 146 if lit else None)
            x += wide + chance.choice((0, 0, 8, 30))
        self.fill(0, horizon, STREET, 34, 110 if dusk else 150)
        self.fill(0, horizon + 34, STREET, self.high - horizon - 34, 58 if dusk else 88)
        for x in range(0, STREET, 80):
            self.fill(x, horizon + 92, 44, 6, 200)
        for _ in range(9):
            x, tall = chance.randrange(0, STREET - 60) & ~1, chance.randrange(70, 120) & ~1
            self.fill(x + 22, horizon - tall + 40, 8, tall - 16, 50, 120, 136)
            self.fill(x, horizon - tall - 20, 52, 64, 66 if dusk else 96, 112, 112)
        for plane in (self.luma, self.blue, self.red):
            for row in plane:
                row += row[:WIDTH]  # so that it has no end
        self.road = horizon + 40
        self.movers = [(chance.randrange(STREET), chance.choice((-5, -3, 4, 6)), chance.randrange(60, 120) & ~1, chance.randrange(70, 220))
                       for _ in range(3)]

    def fill(self, x, y, wide, tall, luma=None, blue=None, red=None):
        x2, y2 = min(x + wide, STREET), min(y + tall, self.high)
        if x >= x2 or y >= y2:
            return
        if luma is not None:
            for row in self.luma[y:y2]:
                row[x:x2] = bytes([luma]) * (x2 - x)
        for plane, value in ((self.blue, blue), (self.red, red)):
            if value is not None:
                for row in plane[y // 2 : y2 // 2]:
                    row[x // 2 : x2 // 2] = bytes([value]) * (x2 // 2 - x // 2)

    def window(self, x, y):
        picture = bytearray(b"".join([row[x : x + WIDTH] for row in self.luma[y : y + HEIGHT]]))
        half, x, y = WIDTH // 2, x // 2, y // 2
        colour = b"".join([row[x : x + half] for plane in (self.blue, self.red) for row in plane[y : y + HEIGHT // 2]])
        return picture, colour


class Feed:
    """One path of the server: its street, and who is being served."""

    def __init__(self, server, spec):
        self.path, self.label, self.fixed = spec["path"], spec["label"], spec.get("fixed", False)
        self.street, self.sources, self.count, self.second, self.strip = None, [], 0, None, []
        factory = GstRtspServer.RTSPMediaFactory()
        factory.set_launch(f"( appsrc name=src is-live=true do-timestamp=true format=time max-buffers=2 leaky-type=downstream "
                           f"caps={CAPS} ! {CODER} ! rtph264pay name=pay0 pt=96 config-interval=-1 )")
        factory.set_shared(True)
        factory.set_latency(0)
        factory.connect("media-configure", self.configure)
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_permission_for_role("viewer", "media.factory.access", True)
        permissions.add_permission_for_role("viewer", "media.factory.construct", True)
        factory.set_permissions(permissions)
        server.get_mount_points().add_factory("/" + self.path, factory)

    def configure(self, _factory, media):
        source = media.get_element().get_by_name("src")
        self.sources.append(source)
        media.connect("unprepared", lambda _media: source in self.sources and self.sources.remove(source))

    def paint(self):
        street = self.street = self.street or Street(self.path)
        self.count += 1
        if self.fixed:
            x, y = 0, SWAY
        else:  # somebody walks, and looks about
            x = int(self.count * 1.5 + 70 * math.sin(self.count / 41)) % STREET & ~1
            y = int(SWAY + (SWAY - 4) * math.sin(self.count / 5) * math.sin(self.count / 37)) & ~1
        picture, colour = street.window(x, y)
        for place, (start, speed, wide, grey) in enumerate(street.movers):
            left = (start + self.count * speed - x) % STREET - 200
            top = street.road - y + 26 * place
            begin, end = max(left, 0), min(left + wide, WIDTH)
            if begin < end:
                for row in range(max(top, 0), min(top + wide // 3, HEIGHT)):
                    picture[row * WIDTH + begin : row * WIDTH + end] = bytes([grey]) * (end - begin)
        now = int(time.time())
        if now != self.second:
            self.second, self.strip = now, strip_of(f"{self.label}  {time.strftime('%Y-%m-%d %H:%M:%S', time.localtime(now))}")
        for row, dots in enumerate(self.strip):
            at = (10 + row) * WIDTH + 10
            picture[at : at + min(len(dots), WIDTH - 20)] = dots[: WIDTH - 20]
        return bytes(picture) + colour

    def tick(self):
        if not self.sources:
            return
        picture = self.paint()
        for source in list(self.sources):
            source.emit("push-buffer", Gst.Buffer.new_wrapped(picture))


class Cameras:
    def __init__(self, wanted):
        self.loop = GLib.MainLoop()
        self.server = GstRtspServer.RTSPServer()
        self.server.set_address("127.0.0.1")
        self.server.set_service(str(wanted.get("port", 0)))
        auth = GstRtspServer.RTSPAuth()
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        token = GstRtspServer.RTSPToken()
        token.set_string("media.factory.role", "viewer")
        auth.add_digest(wanted["user"], wanted["password"], token)
        self.server.set_auth(auth)
        self.feeds = [Feed(self.server, spec) for spec in wanted["feeds"]]
        if self.server.attach(None) == 0:
            sys.exit(f"port {wanted.get('port', 0)}: cannot listen")
        self.started, self.ticks = time.monotonic(), 0
        GLib.io_add_watch(sys.stdin, GLib.PRIORITY_HIGH, GLib.IOCondition.IN | GLib.IOCondition.HUP, self.end)
        GLib.timeout_add_seconds(2, self.sweep)
        self.tick()
        print(f"port {self.server.get_bound_port()}", flush=True)

    def tick(self):
        for feed in self.feeds:
            feed.tick()
        # after the clock and not after the last tick, or the rate would sink; what was missed is not made up for
        self.ticks = max(self.ticks + 1, int((time.monotonic() - self.started) * RATE))
        due = self.started + self.ticks / RATE
        GLib.timeout_add(max(1, int((due - time.monotonic()) * 1000)), self.tick)
        return GLib.SOURCE_REMOVE

    def sweep(self):
        """Those who went without a word: their connections end after a time, and with the last the coder."""
        self.server.get_session_pool().cleanup()
        return GLib.SOURCE_CONTINUE

    def end(self, _channel, _condition):
        if not sys.stdin.readline():
            self.loop.quit()
            return False
        return True


if __name__ == "__main__":
    Gst.init(None)
    Cameras(json.loads(sys.stdin.readline())).loop.run()
