#!/usr/bin/python3
# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cameras for tests: a real RTSP server on this machine that serves made pictures.

  camera_server.py serve [--feeds N] [--port P] [--login USER:PASSWORD] [--size WxH] [--rate R] [--udp] [--srt] [--sound CODEC]
      Serves rtsp://127.0.0.1:PORT/cam0 ... and prints "port PORT" when it listens; with --udp it sends over UDP only,
      with --srt the first feed is sent over SRT too, and the line is "port PORT srt PORT"; with --sound (alaw or aac) each has a track of
      sound, one tone a picture: 400 Hz and 200 more for each of the picture's count modulo 8, a quarter of full loudness. Then it takes lines and answers each
      with "ok LINE" or "error ...":
          freeze K    the same picture again and again       thaw K
          stall K     nothing is sent, the connection stays  flow K
          blind K     no more pictures, only sound
          size K WxH  another size in the middle of the stream
          codec K h264|jpeg   ends who is watching, and goes on in the other coding
          quit
  camera_server.py record FILE CODEC WxH FRAMES [--start SECONDS] [--pid N]
      Writes the same pictures as an MPEG transport stream, or where FILE ends so as .flv; CODEC is h264 or h265. The version of its table of contents
      is another for each coding, so that one put behind another is a stream that changes.

A picture tells in blocks of black and white, 40 across: in the first line of blocks the machine's monotonic clock in
milliseconds (40 bits, the highest first), in the second the feed (8 bits), a count of pictures (24) and the exclusive-or
of the nine bytes before. Below, a bright band moves down over grain that moves up.
"""
import argparse
import array
import math
import random
import socket
import sys
import time

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

BLACK, WHITE = 24, 220
ENCODERS = {
    "h264": "x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15 threads=1 bitrate=700",
    "h265": "x265enc tune=zerolatency speed-preset=ultrafast key-int-max=15 bitrate=400",
    "jpeg": "jpegenc quality=60",
}
PAYLOADERS = {"h264": "rtph264pay name=pay0 pt=96 config-interval=-1", "jpeg": "rtpjpegpay name=pay0 pt=26"}

SOUND_RATE = 16000
SOUND = {
    "alaw": "audioresample ! audio/x-raw,rate=8000 ! alawenc ! rtppcmapay name=pay1 pt=8",
    "aac": "voaacenc bitrate=48000 ! rtpmp4gpay name=pay1 pt=97",
}


def tone(count, samples):
    step = 2 * math.pi * (400 + 200 * (count % 8)) / SOUND_RATE
    return array.array("h", (int(8192 * math.sin(step * i)) for i in range(samples))).tobytes()


def size_of(text):
    width, height = (int(part) for part in text.split("x"))
    if width % 80 or height % 4 or not 80 <= width <= 7680 or not 80 <= height <= 4320:
        raise ValueError(f"size {text}: a multiple of 80 across, of 4 down")
    return width, height


def caps_of(size, rate):
    return f"video/x-raw,format=I420,width={size[0]},height={size[1]},framerate={rate}/1"


class Painter:
    """Makes the pictures of one feed."""

    def __init__(self, number, size):
        self.number, self.count = number, 0
        self.resize(size)

    def resize(self, size):
        self.size = size
        width, height = size
        self.block = max(2, height * 16 // 360) & ~1
        chance = random.Random(self.number)
        # grain in squares of four, which costs an encoder about what a street does
        lines = [b"".join(bytes([value % 64 + 60]) * 4 for value in chance.randbytes(width // 4)) for _ in range(height // 4)]
        self.grain = b"".join(line * 4 for line in lines) * 2
        self.colour = bytes([128 - 8 * (self.number % 5)]) * (width * height // 2)
        self.on, self.off = bytes([WHITE]) * (width // 40), bytes([BLACK]) * (width // 40)

    def line(self, data):
        return b"".join(self.on if byte >> bit & 1 else self.off for byte in data for bit in range(7, -1, -1)) * self.block

    def paint(self):
        width, height = self.size
        self.count += 1
        clock = (time.monotonic_ns() // 1_000_000 % (1 << 40)).to_bytes(5, "big")
        tail = bytes([self.number]) + (self.count % (1 << 24)).to_bytes(3, "big")
        check = 0
        for byte in clock + tail:
            check ^= byte
        head = self.line(clock) + self.line(tail + bytes([check]))
        scrolled = self.count * 2 % (len(self.grain) // 2 // width) * width
        picture = bytearray(self.grain[scrolled : scrolled + width * height])
        picture[: len(head)] = head
        free = height - 2 * self.block - 24
        top = 2 * self.block + 8 + self.count * 6 % free
        picture[top * width : (top + 16) * width] = bytes([235]) * (16 * width)
        return bytes(picture) + self.colour


class Feed:
    """One path of the server: its settings, and who is being served."""

    def __init__(self, server, number, options):
        self.server, self.number, self.rate = server, number, options.rate
        self.codec, self.painter = "h264", Painter(number, size_of(options.size))
        self.frozen = self.stalled = self.blind = False
        self.udp = options.udp
        self.sound, self.heard = options.sound, 0
        self.last, self.sources, self.voices = None, [], []
        self.role = "viewer" if options.login else None
        self.publish()

    def publish(self):
        factory = GstRtspServer.RTSPMediaFactory()
        factory.set_launch(
            f"( appsrc name=src is-live=true do-timestamp=true format=time max-buffers=2 leaky-type=downstream "
            f"caps={caps_of(self.painter.size, self.rate)} ! {ENCODERS[self.codec]} ! {PAYLOADERS[self.codec]} {self.voice()})")
        factory.set_shared(True)
        factory.set_latency(0)
        if self.udp:
            factory.set_protocols(GstRtsp.RTSPLowerTrans.UDP)
        factory.connect("media-configure", self.configure)
        if self.role:
            permissions = GstRtspServer.RTSPPermissions()
            permissions.add_permission_for_role(self.role, "media.factory.access", True)
            permissions.add_permission_for_role(self.role, "media.factory.construct", True)
            factory.set_permissions(permissions)
        self.server.get_mount_points().add_factory(f"/cam{self.number}", factory)

    def voice(self):
        if not self.sound:
            return ""
        return (f"appsrc name=voice is-live=true do-timestamp=true format=time "
                f"caps=audio/x-raw,format=S16LE,layout=interleaved,channels=1,rate={SOUND_RATE} ! audioconvert ! {SOUND[self.sound]} ")

    def configure(self, _factory, media):
        voice = media.get_element().get_by_name("voice")
        if voice:
            self.voices.append(voice)
            media.connect("unprepared", lambda _media: voice in self.voices and self.voices.remove(voice))
        source = media.get_element().get_by_name("src")
        source.set_property("caps", Gst.Caps.from_string(caps_of(self.painter.size, self.rate)))
        self.sources.append(source)
        media.connect("unprepared", lambda _media: source in self.sources and self.sources.remove(source))

    def send_srt(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.srt = Gst.parse_launch(
            f"appsrc name=src is-live=true do-timestamp=true format=time max-buffers=2 leaky-type=downstream "
            f"caps={caps_of(self.painter.size, self.rate)} ! {ENCODERS['h264']} ! h264parse config-interval=-1 ! mpegtsmux ! "
            f"srtsink uri=srt://127.0.0.1:{port}?mode=listener wait-for-connection=false latency=20")
        self.srt.set_state(Gst.State.PLAYING)
        self.sources.append(self.srt.get_by_name("src"))
        return port

    def tick(self):
        if self.stalled or not self.sources:
            return
        if not (self.frozen and self.last):
            self.last = self.painter.paint()
        for source in [] if self.blind else list(self.sources):
            source.emit("push-buffer", Gst.Buffer.new_wrapped(self.last))
        if self.voices:
            samples = (self.heard + 1) * SOUND_RATE // self.rate - self.heard * SOUND_RATE // self.rate
            self.heard += 1
            heard = tone(self.painter.count, samples)
            for voice in list(self.voices):
                voice.emit("push-buffer", Gst.Buffer.new_wrapped(heard))

    def resize(self, size):
        self.painter.resize(size)
        self.last = None
        for source in self.sources:
            source.set_property("caps", Gst.Caps.from_string(caps_of(size, self.rate)))

    def recode(self, codec):
        if codec not in PAYLOADERS:
            raise ValueError(f"codec {codec}: h264 or jpeg")
        self.codec = codec
        self.publish()
        self.server.client_filter(lambda _server, _client: GstRtspServer.RTSPFilterResult.REMOVE)


class Cameras:
    def __init__(self, options):
        self.loop, self.rate = GLib.MainLoop(), options.rate
        self.server = GstRtspServer.RTSPServer()
        self.server.set_address("127.0.0.1")
        self.server.set_service(str(options.port))
        # sixteen cameras are sixteen servers: one that is asked what it sends does not keep the others waiting
        self.pool = GstRtspServer.RTSPThreadPool.new()
        self.pool.set_max_threads(8)
        self.server.set_thread_pool(self.pool)
        if options.login:
            self.ask_for(options.login)
        self.feeds = [Feed(self.server, number, options) for number in range(options.feeds)]
        if self.server.attach(None) == 0:
            sys.exit(f"port {options.port}: cannot listen")
        self.started, self.ticks = time.monotonic(), 0
        GLib.io_add_watch(sys.stdin, GLib.PRIORITY_HIGH, GLib.IOCondition.IN | GLib.IOCondition.HUP, self.read)
        self.tick()
        srt = f" srt {self.feeds[0].send_srt()}" if options.srt else ""
        print(f"port {self.server.get_bound_port()}{srt}", flush=True)

    def ask_for(self, login):
        user, _, password = login.partition(":")
        auth = GstRtspServer.RTSPAuth()
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        token = GstRtspServer.RTSPToken()
        token.set_string("media.factory.role", "viewer")
        auth.add_digest(user, password, token)
        self.server.set_auth(auth)

    def tick(self):
        for feed in self.feeds:
            feed.tick()
        # after the clock and not after the last tick, or the rate would sink
        self.ticks += 1
        due = self.started + self.ticks / self.rate
        GLib.timeout_add(max(0, int((due - time.monotonic()) * 1000)), self.tick)
        return GLib.SOURCE_REMOVE

    def read(self, _channel, _condition):
        line = sys.stdin.readline()
        if not line or line.strip() == "quit":
            self.loop.quit()
            return False
        try:
            self.obey(line.split())
            print("ok " + line.strip(), flush=True)
        except (ValueError, IndexError) as error:
            print(f"error {error}", flush=True)
        return True

    def obey(self, words):
        feed = self.feeds[int(words[1])]
        match words[0]:
            case "freeze" | "thaw":
                feed.frozen = words[0] == "freeze"
            case "stall" | "flow":
                feed.stalled = words[0] == "stall"
            case "blind":
                feed.blind = True
            case "size":
                feed.resize(size_of(words[2]))
            case "codec":
                feed.recode(words[2])
            case other:
                raise ValueError(f"no such command: {other}")


def record(options):
    size, rate = size_of(options.size), 15
    painter = Painter(0, size)
    is_flash = options.file.endswith(".flv")
    muxer = "flvmux streamable=true" if is_flash else f"mux.sink_{options.pid} mpegtsmux name=mux"
    parser = {"h264": "h264parse", "h265": "h265parse"}[options.codec]
    pipeline = Gst.parse_launch(
        f"appsrc name=src format=time caps={caps_of(size, rate)} ! {ENCODERS[options.codec]} ! {parser} ! "
        f"{muxer} ! filesink name=out")
    pipeline.get_by_name("out").set_property("location", options.file)
    source = pipeline.get_by_name("src")
    pipeline.set_state(Gst.State.PLAYING)
    for frame in range(options.frames):
        buffer = Gst.Buffer.new_wrapped(painter.paint())
        buffer.pts = options.start * Gst.SECOND + frame * Gst.SECOND // rate
        buffer.duration = Gst.SECOND // rate
        source.emit("push-buffer", buffer)
    source.emit("end-of-stream")
    message = pipeline.get_bus().timed_pop_filtered(60 * Gst.SECOND, Gst.MessageType.EOS | Gst.MessageType.ERROR)
    pipeline.set_state(Gst.State.NULL)
    if message is None or message.type != Gst.MessageType.EOS:
        sys.exit(f"{options.file}: {message.parse_error() if message else 'nothing came of it in a minute'}")
    if not is_flash:
        set_version(options.file, {"h264": 4, "h265": 5}[options.codec])


def checksum(section):
    rest = 0xFFFFFFFF
    for byte in section:
        rest ^= byte << 24
        for _ in range(8):
            rest = (rest << 1 ^ (0x04C11DB7 if rest & 0x80000000 else 0)) & 0xFFFFFFFF
    return rest.to_bytes(4, "big")


def set_version(file, version):
    with open(file, "rb") as stream:
        data = bytearray(stream.read())
    for packet in range(0, len(data), 188):
        begins, plain = data[packet + 1] & 0x40, data[packet + 3] & 0x30 == 0x10
        section = packet + 5 + data[packet + 4]
        if begins and plain and section < packet + 180 and data[packet + 4] == 0 and data[section] == 2:
            end = section + 3 + (data[section + 1] & 0x0F) * 256 + data[section + 2]
            data[section + 5] = data[section + 5] & 0xC1 | version << 1
            data[end - 4 : end] = checksum(data[section : end - 4])
    with open(file, "wb") as stream:
        stream.write(data)


def main():
    reader = argparse.ArgumentParser()
    ways = reader.add_subparsers(dest="way", required=True)
    serve = ways.add_parser("serve")
    serve.add_argument("--feeds", type=int, default=1)
    serve.add_argument("--port", type=int, default=0)
    serve.add_argument("--login", default="")
    serve.add_argument("--size", default="640x360")
    serve.add_argument("--rate", type=int, default=15)
    serve.add_argument("--udp", action="store_true")
    serve.add_argument("--srt", action="store_true")
    serve.add_argument("--sound", choices=sorted(SOUND), default="")
    take = ways.add_parser("record")
    take.add_argument("file")
    take.add_argument("codec", choices=["h264", "h265"])
    take.add_argument("size")
    take.add_argument("frames", type=int)
    take.add_argument("--start", type=int, default=0)
    take.add_argument("--pid", type=int, default=65)
    options = reader.parse_args()
    Gst.init(None)
    if options.way == "record":
        record(options)
    else:
        Cameras(options).loop.run()


main()
