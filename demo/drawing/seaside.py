"""Harbour and lighthouse."""

from demo.drawing import nature, things
from demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from demo.drawing.vehicles import ship


def harbour(canvas: Canvas) -> None:
    """The fishing harbour at Cửa Bạc."""
    colours = canvas.palette
    nature.sky(canvas, 430, sun=(400, 260), radius=56)
    nature.clouds(canvas, 4, 60, 220)
    nature.birds(canvas, 900, 170, 6)
    nature.hills(canvas, 410, 440, 2, 160)
    nature.water(canvas, 430, ripples=44)
    for x, y, size in ((1220, 520, 190), (760, 505, 150), (320, 540, 210), (1000, 610, 300), (470, 690, 380)):
        ship(canvas, x, y, size)
    canvas.shade(
        [(1130, 780), (WIDTH, 690), (WIDTH, HEIGHT), (980, HEIGHT)],
        mix(colours.wall, colours.dark, 0.25),
        mix(colours.wall, colours.dark, 0.45),
    )
    for number in range(5):
        canvas.box(1240 + number * 78, 752 - number * 16, 62, 48, things.CLOTHES[number], 6)
    things.crowd(canvas, 1200, 1560, 840, 96, 6)


def lighthouse(canvas: Canvas) -> None:
    """The lighthouse of Hòn Sương."""
    colours = canvas.palette
    nature.sky(canvas, 560, sun=(330, 430), radius=60)
    nature.clouds(canvas, 4, 80, 300)
    nature.birds(canvas, 560, 240)
    nature.water(canvas, 560, ripples=46)
    ship(canvas, 380, 660, 170)
    ship(canvas, 640, 600, 84)
    cliff = [
        (760, 700),
        (860, 610),
        (950, 590),
        (1010, 520),
        (1120, 500),
        (1240, 440),
        (1400, 450),
        (1500, 500),
        (WIDTH, 520),
        (WIDTH, 760),
        (1300, 780),
        (1000, 760),
    ]
    canvas.shade(cliff, mix(colours.near, colours.sky_low, 0.2), mix(colours.dark, colours.near, 0.4))
    canvas.shade(
        [
            (1010, 520),
            (1120, 500),
            (1240, 440),
            (1400, 450),
            (1500, 500),
            (WIDTH, 520),
            (WIDTH, 560),
            (1440, 548),
            (1240, 520),
            (1100, 548),
        ],
        colours.leaf,
        mix(colours.leaf, colours.dark, 0.2),
    )
    for x, y, size in ((1120, 512, 70), (1470, 500, 96), (1540, 520, 120)):
        nature.tree(canvas, x, y, size)
    things.house(canvas, 1370, 470, 92, 40)
    canvas.glow(1290, 180, 240, (255, 246, 206), 0.85)
    for spread in (34, 60, 86, 112):
        canvas.polygon([(1290, 176), (-60, 150 - spread), (-60, 150 + spread)], (255, 248, 214), 15)
    canvas.shade(
        [(1262, 206), (1318, 206), (1336, 462), (1244, 462)],
        (252, 248, 238),
        mix((252, 248, 238), colours.dark, 0.25),
    )
    for top, bottom in ((262, 306), (352, 398)):
        grow = (top - 206) * 0.07
        canvas.polygon(
            [(1262 - grow, top), (1318 + grow, top), (1321 + grow, bottom), (1259 - grow, bottom)], colours.red
        )
    canvas.box(1250, 196, 80, 12, colours.dark, 3)
    canvas.box(1268, 154, 44, 42, (255, 244, 190), 4)
    canvas.polygon([(1258, 156), (1290, 122), (1322, 156)], colours.red)
    canvas.shade(
        [(0, 800), (500, 830), (900, 800), (WIDTH, 846), (WIDTH, HEIGHT), (0, HEIGHT)],
        mix(colours.gold, colours.wall, 0.5),
        mix(colours.gold, colours.dark, 0.25),
    )
    things.boat(canvas, 220, 822, 240, rower=False)
    things.person(canvas, 420, 860, 104, hat=True)
    things.person(canvas, 470, 862, 70)
