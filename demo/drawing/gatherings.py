"""Where people meet: the desk, the communal house, the festival, the dyke."""

from demo.drawing import nature, things
from demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from demo.drawing.palettes import Colour
from demo.drawing.towns import skyline


def counter(canvas: Canvas) -> None:
    """A one-stop desk, low enough for a wheelchair."""
    colours = canvas.palette
    wall: Colour = (236, 240, 232)
    canvas.shade([(0, 0), (WIDTH, 0), (WIDTH, 640), (0, 640)], mix(wall, (255, 255, 255), 0.5), wall)
    canvas.shade([(0, 640), (WIDTH, 640), (WIDTH, HEIGHT), (0, HEIGHT)], (214, 204, 186), (188, 174, 152))
    _windows(canvas)
    for x in (270, 800, 1330):
        canvas.line([(x, 0), (x, 34)], mix(wall, colours.dark, 0.3), 3)
        canvas.polygon([(x - 44, 62), (x - 22, 32), (x + 22, 32), (x + 44, 62)], (52, 108, 104))
        canvas.glow(x, 78, 150, (255, 246, 214), 0.5)
    for number, x in enumerate((330, 800, 1270)):
        things.person(canvas, x, 660, 250, colour=[(62, 104, 140), (236, 240, 244), (62, 104, 140)][number])
        canvas.box(x + 66, 446, 110, 72, mix(colours.dark, (90, 110, 120), 0.3), 5)
        canvas.box(x + 72, 452, 98, 58, (176, 206, 214), 2)
        canvas.box(x + 116, 516, 10, 26, colours.dark)
    canvas.shade([(90, 540), (1510, 540), (1540, 566), (60, 566)], (250, 240, 218), (238, 222, 190))
    canvas.shade([(84, 566), (1516, 566), (1516, 700), (84, 700)], (178, 122, 82), (148, 98, 66))
    for x in range(104, 1500, 56):
        canvas.line([(x, 572), (x, 696)], (130, 84, 58), 2, 110)
    for x in (566, 1034):
        canvas.box(x - 3, 470, 6, 72, (206, 214, 210), 2)
        canvas.box(x - 26, 452, 52, 30, (52, 108, 104), 8)
    for x, lean in ((50, 1), (1545, -1)):
        canvas.polygon([(x - 34, 690), (x + 34, 690), (x + 26, 770), (x - 26, 770)], (196, 108, 78))
        for number in range(7):
            tip = (x + (number - 3) * 34 + lean * 6, 520 + abs(number - 3) * 34)
            canvas.polygon(
                [(x - 5, 692), (tip[0] - 10, tip[1] + 60), tip, (tip[0] + 14, tip[1] + 66), (x + 5, 692)],
                mix(colours.leaf, colours.dark, 0.12 * (number % 3)),
            )
    things.wheelchair(canvas, 620, 830, 250, (190, 84, 70))
    things.person(canvas, 250, 850, 290, colour=(120, 84, 128))
    things.person(canvas, 350, 852, 190, colour=(228, 176, 66))
    things.person(canvas, 1090, 850, 286, hat=True, colour=(84, 128, 104))
    things.person(canvas, 1400, 846, 280, colour=(70, 84, 108))


def _windows(canvas: Canvas) -> None:
    colours = canvas.palette
    for x in (110, 640, 1170):
        canvas.shade([(x, 96), (x + 320, 96), (x + 320, 386), (x, 386)], colours.sky_top, colours.sky_low)
        for dx, size in ((60, 120), (170, 150), (270, 110)):
            nature.tree(canvas, x + dx, 386, size, mix(colours.leaf, colours.sky_low, 0.25))
        for dx in (0, 156, 312):
            canvas.box(x + dx, 90, 10, 302, (250, 250, 246), 2)
        for dy in (0, 290):
            canvas.box(x - 4, 90 + dy, 330, 12, (250, 250, 246), 3)


def _banyan(canvas: Canvas) -> None:
    colours = canvas.palette
    canvas.oval(330, 700, 190, 22, colours.dark, 60)
    trunk = mix(colours.dark, colours.roof, 0.3)
    canvas.polygon(
        [(250, 704), (292, 560), (276, 420), (384, 420), (366, 560), (420, 704), (372, 690), (330, 708), (300, 690)],
        trunk,
    )
    for dx, dy, r in (
        (-150, 390, 110),
        (150, 400, 116),
        (-80, 310, 124),
        (80, 300, 130),
        (0, 250, 120),
        (0, 380, 140),
        (-210, 440, 70),
        (220, 446, 74),
    ):
        canvas.oval(330 + dx, dy, r, r * 0.8, mix(colours.leaf, colours.dark, 0.25))
    for dx, dy, r in ((-110, 360, 84), (60, 280, 96), (-20, 230, 80), (130, 370, 80)):
        canvas.oval(330 + dx, dy, r, r * 0.72, colours.leaf)
    for number in range(9):
        canvas.line([(230 + number * 26, 450), (228 + number * 26, 560 + (number % 3) * 34)], trunk, 3, 180)


def _lotus_pond(canvas: Canvas) -> None:
    colours = canvas.palette
    canvas.oval(1010, 850, 520, 96, mix(colours.wall, colours.dark, 0.35))
    canvas.oval(1010, 852, 500, 86, mix(colours.water_near, colours.water_far, 0.35))
    for number in range(20):
        x, y = 1010 + canvas.random.uniform(-420, 420), 852 + canvas.random.uniform(-52, 40)
        canvas.oval(x, y, 36, 10, mix(colours.leaf, colours.gold, 0.12 * (number % 3)))
        if number % 3 == 0:
            for petal in (-1, 0, 1):
                canvas.polygon(
                    [
                        (x, y - 4),
                        (x + petal * 18 - 7, y - 30),
                        (x + petal * 20, y - 44 + abs(petal) * 12),
                        (x + petal * 18 + 7, y - 30),
                    ],
                    (232, 142, 160) if petal else (244, 178, 190),
                )


def communal_house(canvas: Canvas) -> None:
    """The village communal house with its banyan tree and lotus pond."""
    colours = canvas.palette
    nature.sky(canvas, 580, sun=(1180, 260), radius=58)
    nature.clouds(canvas, 4, 60, 220)
    nature.hills(canvas, 470, 580, 3, 200)
    for number in range(16):
        nature.tree(
            canvas, number * 108, 612, canvas.random.uniform(110, 170), mix(colours.leaf, colours.sky_low, 0.25)
        )
    nature.plain(canvas, 600, mix((196, 150, 112), colours.wall, 0.2), mix((226, 192, 152), colours.wall, 0.3))
    wood = mix(colours.roof, colours.dark, 0.45)
    canvas.shade(
        [(520, 470), (1180, 470), (1180, 620), (520, 620)], mix(wood, colours.dark, 0.3), mix(wood, colours.dark, 0.5)
    )
    for number in range(9):
        x = 520 + number * 82.5
        canvas.box(x - 9, 460, 18, 164, mix(wood, colours.roof, 0.6), 3)
        if number < 8:
            for part in range(3):
                canvas.box(x + 16 + part * 18, 520, 13, 100, mix(colours.gold, wood, 0.6), 1)
    canvas.box(490, 618, 720, 20, mix(colours.wall, colours.dark, 0.25), 3)
    canvas.box(470, 634, 760, 14, mix(colours.wall, colours.dark, 0.35), 3)
    things.tiled_roof(canvas, 430, 1270, 486, 318, colours.roof)
    for side in (-1, 1):
        canvas.line(
            [(850 + side * 60, 316), (850 + side * 26, 296), (850 + side * 8, 306)],
            mix(colours.gold, colours.roof, 0.3),
            7,
        )
    canvas.oval(850, 294, 13, 13, colours.gold)
    _banyan(canvas)
    _lotus_pond(canvas)
    things.crowd(canvas, 560, 1160, 690, 84, 9)
    things.crowd(canvas, 120, 420, 770, 104, 5)


def lantern_night(canvas: Canvas) -> None:
    """Paper lanterns on the river at full moon."""
    colours = canvas.palette
    nature.sky(canvas, 470)
    for _ in range(70):
        canvas.oval(canvas.random.uniform(0, WIDTH), canvas.random.uniform(10, 330), 1.5, 1.5, (255, 250, 230), 150)
    canvas.glow(1130, 160, 330, (255, 236, 190), 0.6)
    canvas.oval(1130, 160, 66, 66, (255, 244, 212))
    nature.clouds(canvas, 3, 110, 260)
    nature.hills(canvas, 420, 480, 3, 190)
    skyline(canvas, 482, mix(colours.near, colours.sky_low, 0.15))
    for _ in range(60):
        canvas.box(canvas.random.uniform(0, WIDTH), canvas.random.uniform(450, 478), 5, 6, colours.gold, 1, 210)
    nature.water(canvas, 478, ripples=40)
    for number in range(26):
        y = 490 + number * 15.5
        canvas.box(
            1130 - 34 - number * 2.4 + canvas.random.uniform(-20, 20),
            y,
            60 + number * 4,
            3.4,
            (255, 240, 204),
            2,
            110,
        )
    spots = sorted((canvas.random.uniform(500, 880), canvas.random.uniform(20, WIDTH - 20)) for _ in range(130))
    for y, x in spots:
        size = 4 + ((y - 490) / 390) ** 1.4 * 24
        if size > 9:
            canvas.glow(x, y - size * 0.4, size * 3.6, (255, 168, 72), 0.62)
        canvas.box(x - size * 0.5, y + size * 0.9, size, size * 0.3, (255, 190, 100), 2, 110)
        canvas.polygon(
            [
                (x - size * 0.62, y - size * 0.7),
                (x + size * 0.62, y - size * 0.7),
                (x + size * 0.46, y + size * 0.5),
                (x - size * 0.46, y + size * 0.5),
            ],
            (255, 196, 104),
        )
        canvas.polygon(
            [
                (x - size * 0.2, y - size * 0.7),
                (x + size * 0.2, y - size * 0.7),
                (x + size * 0.16, y + size * 0.5),
                (x - size * 0.16, y + size * 0.5),
            ],
            (255, 234, 176),
        )
        canvas.box(x - size * 0.6, y + size * 0.42, size * 1.2, size * 0.22, (158, 70, 52), 2)
    things.boat(canvas, 380, 640, 220, canopy=True)
    canvas.shade([(0, 800), (320, 824), (520, HEIGHT), (0, HEIGHT)], colours.ground, colours.dark)
    canvas.shade([(WIDTH, 770), (1320, 812), (1160, HEIGHT), (WIDTH, HEIGHT)], colours.ground, colours.dark)
    for x, y, size in (
        (90, 850, 130),
        (150, 862, 96),
        (230, 872, 128),
        (1390, 866, 128),
        (1460, 856, 132),
        (1530, 860, 100),
    ):
        things.person(canvas, x, y, size, colour=mix(canvas.random.choice(things.CLOTHES), colours.dark, 0.35))


def dyke_in_rain(canvas: Canvas) -> None:
    """People passing sandbags along a dyke while the river stands high."""
    colours = canvas.palette
    nature.sky(canvas, 420)
    nature.clouds(canvas, 6, 40, 230)
    nature.clouds(canvas, 5, 120, 300)
    nature.hills(canvas, 400, 440, 3, 180)
    nature.water(canvas, 430, ripples=60)
    for x, y in ((1260.0, 470.0), (1370, 480), (1470, 474)):
        things.house(canvas, x, y, 76, 26)
    for x, size in ((1210, 80), (1340, 96), (1450, 84), (1550, 100)):
        nature.tree(canvas, x, 480, size)
    nature.glints(canvas, 16, (1180, WIDTH), (472, 500))
    things.boat(canvas, 1180, 560, 190, rower=True)
    crest = [(0, 610), (500, 600), (1000, 640), (WIDTH, 720)]
    canvas.shade(
        [*crest, (WIDTH, HEIGHT), (0, HEIGHT)],
        mix(colours.ground, colours.sky_low, 0.15),
        mix(colours.ground, colours.dark, 0.25),
    )
    canvas.shade(
        [(0, 640), (500, 632), (1000, 676), (WIDTH, 762), (WIDTH, 812), (1000, 724), (500, 676), (0, 684)],
        mix((176, 150, 116), colours.ground, 0.25),
        mix((150, 124, 94), colours.ground, 0.25),
    )
    bag: Colour = (214, 196, 152)
    for row in range(3):
        for number in range(20 - row):
            x = 640.0 + number * 46 + row * 23
            y = 622 + max(0.0, (x - 640) / 960 * 92) - row * 19
            canvas.box(x, y, 44, 20, mix(bag, colours.dark, 0.06 + 0.07 * ((number + row) % 3)), 9)
    coats: list[Colour] = [(230, 178, 58), (70, 120, 150), (196, 84, 62), (90, 140, 112)]
    for number in range(9):
        x = 130.0 + number * 128
        y = 676 + max(0.0, (x - 500) / 1100 * 96)
        size = 134
        things.person(canvas, x, y, size, hat=True, colour=coats[number % 4])
        canvas.polygon(
            [
                (x - size * 0.14, y - size * 0.8),
                (x + size * 0.14, y - size * 0.8),
                (x + size * 0.22, y - size * 0.2),
                (x - size * 0.22, y - size * 0.2),
            ],
            coats[number % 4],
        )
        if number % 2 == 0:
            canvas.box(x + 20, y - size * 0.58, 58, 26, bag, 11)
    for _ in range(260):
        x, y, length = (
            canvas.random.uniform(-40, WIDTH),
            canvas.random.uniform(-20, HEIGHT),
            canvas.random.uniform(20, 52),
        )
        canvas.line([(x, y), (x - length * 0.28, y + length)], (236, 242, 244), 1.4, 90)
    nature.bamboo(canvas, 60, 920, 330)
