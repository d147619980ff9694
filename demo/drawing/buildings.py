"""Schools, clinics, halls and factories."""

from demo.drawing import nature, things
from demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from demo.drawing.palettes import Colour
from demo.drawing.vehicles import ambulance, bus


def _school_building(canvas: Canvas, x: float, y: float, width: float, floors: int) -> None:
    colours, wall = canvas.palette, mix((246, 214, 134), canvas.palette.wall, 0.35)
    height = floors * 112
    canvas.shade(
        [(x, y - height), (x + width, y - height), (x + width, y), (x, y)], wall, mix(wall, colours.dark, 0.1)
    )
    canvas.polygon(
        [
            (x - 26, y - height),
            (x + 40, y - height - 74),
            (x + width - 40, y - height - 74),
            (x + width + 26, y - height),
        ],
        colours.roof,
    )
    canvas.box(x - 26, y - height - 3, width + 52, 12, mix(colours.roof, colours.dark, 0.35), 2)
    for floor in range(floors):
        top = y - height + floor * 112
        count = round(width / 92)
        for number in range(count):
            left = x + 18 + number * (width - 36) / count
            if number % 3 == 1:
                canvas.box(left + 12, top + 34, 38, 78, mix(colours.leaf, colours.dark, 0.25), 2)
            else:
                canvas.box(left + 6, top + 34, 54, 44, mix(colours.sky_top, colours.dark, 0.35), 2)
                canvas.box(left + 31, top + 34, 4, 44, wall)
        canvas.box(x - 8, top + 86, width + 16, 8, mix(wall, (255, 255, 255), 0.6), 1)
        for number in range(round(width / 20)):
            canvas.line(
                [(x + number * 20, top + 92), (x + number * 20, top + 112)], mix(wall, (255, 255, 255), 0.6), 2.4
            )
        canvas.box(x - 8, top + 109, width + 16, 7, mix(wall, colours.dark, 0.2), 1)


def school(canvas: Canvas) -> None:
    """A two-storey school and its yard."""
    colours = canvas.palette
    nature.sky(canvas, 620, sun=(240, 190), radius=52)
    nature.clouds(canvas, 5, 60, 250)
    nature.hills(canvas, 480, 600, 3, 210)
    for number in range(16):
        nature.tree(
            canvas, number * 108, 640, canvas.random.uniform(120, 190), mix(colours.leaf, colours.sky_low, 0.2)
        )
    _school_building(canvas, 360, 660, 900, 2)
    nature.plain(canvas, 655, mix((214, 178, 132), colours.wall, 0.2), mix((232, 206, 166), colours.wall, 0.3))
    canvas.shade([(0, 655), (WIDTH, 655), (WIDTH, 672), (0, 672)], colours.leaf, mix(colours.leaf, colours.dark, 0.2))
    for x, y, size in ((190, 740, 330), (1440, 740, 350), (1310, 690, 220)):
        canvas.oval(x, y + 4, size * 0.32, size * 0.05, colours.dark, 60)
        nature.tree(canvas, x, y, size)
    things.flag(canvas, 810, 716, 300)
    canvas.box(780, 708, 60, 14, mix(colours.wall, colours.dark, 0.2), 3)
    things.crowd(canvas, 330, 1260, 760, 86, 18)
    things.person(canvas, 1020, 850, 128, colour=(236, 226, 240))
    things.person(canvas, 1090, 856, 92)
    things.person(canvas, 950, 858, 88)


def school_by_the_sea(canvas: Canvas) -> None:
    """The small school of the island."""
    colours = canvas.palette
    nature.sky(canvas, 480, sun=(330, 300), radius=60)
    nature.clouds(canvas, 4, 70, 240)
    nature.birds(canvas, 560, 200)
    nature.hills(canvas, 478, 486, 1, 90)
    nature.water(canvas, 480, 660, ripples=34)
    things.boat(canvas, 300, 580, 130)
    canvas.shade(
        [(0, 690), (420, 640), (900, 610), (WIDTH, 600), (WIDTH, HEIGHT), (0, HEIGHT)],
        mix((238, 214, 170), colours.wall, 0.3),
        mix((206, 172, 124), colours.wall, 0.15),
    )
    _school_building(canvas, 880, 660, 600, 1)
    for x, y, size, lean in (
        (830, 690, 330, -0.18),
        (1530, 700, 380, 0.1),
        (700, 700, 260, 0.2),
        (90, 800, 420, 0.22),
    ):
        nature.palm(canvas, x, y, size, lean)
    things.flag(canvas, 1180, 740, 300)
    things.crowd(canvas, 760, 1460, 760, 84, 12)
    things.crowd(canvas, 420, 720, 780, 84, 4)


def clinic(canvas: Canvas) -> None:
    """A commune's health station."""
    colours = canvas.palette
    green: Colour = (46, 132, 108)
    nature.sky(canvas, 620, sun=(1330, 170), radius=50)
    nature.clouds(canvas, 4, 60, 220)
    nature.hills(canvas, 480, 600, 3, 200)
    for number in range(14):
        nature.tree(
            canvas, number * 124, 640, canvas.random.uniform(130, 200), mix(colours.leaf, colours.sky_low, 0.15)
        )
    wall: Colour = (250, 250, 244)
    canvas.shade([(380, 400), (1240, 400), (1240, 672), (380, 672)], wall, mix(wall, colours.dark, 0.08))
    canvas.box(360, 384, 900, 22, green, 3)
    canvas.shade(
        [(700, 330), (920, 330), (920, 672), (700, 672)], mix(wall, colours.gold, 0.1), mix(wall, colours.dark, 0.1)
    )
    canvas.box(686, 318, 248, 18, green, 3)
    canvas.box(790, 352, 40, 104, green, 4)
    canvas.box(758, 384, 104, 40, green, 4)
    for x in (420, 560, 960, 1100):
        canvas.box(x, 460, 100, 86, mix(colours.sky_top, colours.dark, 0.2), 4)
        canvas.box(x + 47, 460, 6, 86, wall)
        canvas.box(x - 8, 546, 116, 10, mix(wall, colours.dark, 0.2), 2)
        for number in range(4):
            canvas.oval(x + 14 + number * 24, 542, 16, 12, mix(colours.leaf, colours.gold, 0.2 * (number % 2)))
    canvas.box(752, 520, 116, 152, mix(colours.dark, colours.sky_top, 0.35), 4)
    canvas.box(807, 520, 6, 152, wall)
    canvas.polygon([(670, 500), (950, 500), (980, 520), (640, 520)], green)
    nature.plain(canvas, 668, mix((190, 190, 176), colours.ground, 0.25), mix((216, 214, 200), colours.ground, 0.1))
    canvas.polygon([(752, 672), (868, 672), (980, 720), (640, 720)], (206, 200, 188))
    ambulance(canvas, 1120, 790, 300, green)
    nature.tree(canvas, 200, 760, 330)
    things.wheelchair(canvas, 620, 800, 130, (206, 150, 80))
    things.person(canvas, 556, 800, 142, colour=(246, 246, 242))
    things.crowd(canvas, 720, 1020, 740, 104, 5)
    things.person(canvas, 360, 840, 132, hat=True)
    things.person(canvas, 420, 846, 88)


def hall(canvas: Canvas) -> None:
    """The provincial hall and its square."""
    colours = canvas.palette
    stone = mix(colours.wall, (255, 255, 255), 0.35)
    nature.sky(canvas, 620, sun=(1250, 200), radius=54)
    nature.clouds(canvas, 5, 60, 220)
    nature.hills(canvas, 470, 590, 3, 190)
    for number in range(16):
        nature.tree(
            canvas, number * 106, 634, canvas.random.uniform(110, 170), mix(colours.leaf, colours.sky_low, 0.2)
        )
    for left, width, height in ((270, 330, 210), (1000, 330, 210)):
        canvas.shade(
            [(left, 650 - height), (left + width, 650 - height), (left + width, 650), (left, 650)],
            stone,
            mix(stone, colours.dark, 0.14),
        )
        canvas.box(left - 10, 650 - height - 12, width + 20, 18, mix(colours.roof, colours.dark, 0.1), 3)
        things.rows_of_windows(
            canvas,
            left + 8,
            652 - height + 10,
            width - 16,
            height - 20,
            6,
            3,
            mix(colours.dark, colours.sky_top, 0.4),
        )
    canvas.shade(
        [(580, 360), (1020, 360), (1020, 650), (580, 650)],
        mix(stone, colours.dark, 0.2),
        mix(stone, colours.dark, 0.28),
    )
    things.tiled_roof(canvas, 540, 1060, 362, 262, colours.roof)
    canvas.box(560, 362, 480, 26, stone, 3)
    for number in range(8):
        x = 584 + number * 58.5
        canvas.shade(
            [(x, 388), (x + 24, 388), (x + 24, 622), (x, 622)], (255, 252, 244), mix(stone, colours.dark, 0.18)
        )
        canvas.box(x - 4, 612, 32, 12, stone, 2)
    canvas.box(770, 470, 62, 152, mix(colours.dark, colours.roof, 0.35), 3)
    for number in range(4):
        canvas.box(
            560 - number * 26,
            622 + number * 12,
            480 + number * 52,
            13,
            mix(stone, colours.dark, 0.04 + 0.05 * number),
            2,
        )
    nature.plain(canvas, 668, mix(stone, colours.dark, 0.24), mix(stone, colours.gold, 0.14))
    for share in (-3, -2, -1, 1, 2, 3):
        canvas.line([(800 + share * 150, 668), (800 + share * 330, HEIGHT)], mix(stone, colours.dark, 0.3), 2, 120)
    for y in (700, 752, 836):
        canvas.line([(0, y), (WIDTH, y)], mix(stone, colours.dark, 0.3), 2, 120)
    things.flag(canvas, 800, 760, 420)
    canvas.box(752, 750, 96, 20, stone, 4)
    for x, y, size in ((130, 730, 260), (1470, 730, 270), (360, 690, 150), (1240, 690, 150)):
        canvas.oval(x, y + 3, size * 0.3, size * 0.045, colours.dark, 60)
        nature.tree(canvas, x, y, size)
    things.crowd(canvas, 330, 1270, 745, 84, 15)
    things.person(canvas, 560, 852, 128)
    things.person(canvas, 610, 856, 122, hat=True)


def factory(canvas: Canvas) -> None:
    """A factory with saw-tooth roofs, solar panels and a belt of trees."""
    colours = canvas.palette
    nature.sky(canvas, 600, sun=(1300, 180), radius=52)
    nature.clouds(canvas, 5, 60, 230)
    nature.hills(canvas, 440, 580, 4, 200)
    wall: Colour = (238, 242, 238)
    for left, teeth, top in ((200, 5, 430), (900, 4, 400)):
        width = teeth * 124
        canvas.shade(
            [(left, top), (left + width, top), (left + width, 660), (left, 660)], wall, mix(wall, colours.dark, 0.12)
        )
        for number in range(teeth):
            x = left + number * 124
            canvas.polygon(
                [(x, top), (x, top - 70), (x + 124, top)], mix((70, 128, 134), colours.dark, 0.05 * (number % 2))
            )
            canvas.polygon(
                [(x + 18, top - 52), (x + 104, top - 6), (x + 70, top - 6), (x + 18, top - 34)],
                mix(colours.sky_top, colours.dark, 0.45),
            )
        canvas.box(left - 6, top - 4, width + 12, 12, (70, 128, 134), 2)
        things.rows_of_windows(
            canvas, left + 10, top + 20, width - 20, 84, teeth * 3, 1, mix(colours.dark, colours.sky_top, 0.45)
        )
        for number in range(teeth // 2):
            canvas.box(left + 60 + number * 230, 560, 96, 100, mix((70, 128, 134), colours.dark, 0.35), 3)
    canvas.box(840, 290, 44, 370, mix(wall, colours.dark, 0.1), 4)
    canvas.box(836, 330, 52, 20, colours.red, 2)
    canvas.box(836, 384, 52, 20, colours.red, 2)
    nature.plain(canvas, 655, mix(colours.ground, colours.leaf, 0.4), mix(colours.ground, colours.sky_low, 0.1))
    canvas.shade(
        [(0, 740), (WIDTH, 716), (WIDTH, 800), (0, 836)], mix(wall, colours.dark, 0.42), mix(wall, colours.dark, 0.5)
    )
    for number in range(12):
        canvas.line([(number * 140, 783 - number * 2.2), (number * 140 + 70, 782 - number * 2.2)], (250, 246, 230), 4)
    for number in range(15):
        nature.tree(canvas, 50 + number * 108, 716, canvas.random.uniform(86, 124))
    for number in range(4):
        x, y = 240 + number * 210, 866
        canvas.polygon([(x, y), (x + 130, y), (x + 170, y - 48), (x + 40, y - 48)], (44, 74, 112))
        for step in range(1, 4):
            canvas.line([(x + step * 33, y), (x + 40 + step * 33, y - 48)], (150, 176, 204), 1.6)
        canvas.line([(x + 20, y - 24), (x + 150, y - 24)], (150, 176, 204), 1.6)
    bus(canvas, 1130, 770, 190)
    things.crowd(canvas, 1180, 1540, 810, 88, 6)
