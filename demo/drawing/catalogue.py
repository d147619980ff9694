"""Which pictures there are."""

from collections.abc import Callable
from dataclasses import dataclass

from demo.drawing import buildings, gatherings, landscapes, seaside, towns
from demo.drawing.canvas import Canvas
from demo.drawing.palettes import DAWN, DAY, DUSK, GOLD, MIST, NIGHT, STORM, Palette


@dataclass(frozen=True)
class Picture:
    """A scene in one light; ``title`` is for editors, ``alt`` for those who cannot see it."""

    scene: Callable[[Canvas], None]
    palette: Palette
    seed: int
    title: str
    alt: str


PICTURES: dict[str, Picture] = {
    "river-dawn": Picture(
        landscapes.river_valley,
        DAWN,
        11,
        "Sông Mây lúc bình minh",
        "Dòng sông uốn khúc giữa những dãy đồi trong nắng sớm, một chiếc thuyền mui tre trên mặt nước",
    ),
    "river-mist": Picture(
        landscapes.mist_river,
        MIST,
        12,
        "Sông Mây trong sương",
        "Núi nhiều lớp hiện trong mây, mặt sông phẳng lặng và hai chiếc thuyền nhỏ",
    ),
    "terraces-green": Picture(
        landscapes.terraces,
        DAY,
        21,
        "Ruộng bậc thang mùa lúa xanh",
        "Ruộng bậc thang xanh mướt trải theo sườn đồi, ba người đội nón đi trên bờ ruộng",
    ),
    "terraces-gold": Picture(
        landscapes.terraces,
        GOLD,
        22,
        "Ruộng bậc thang mùa lúa chín",
        "Ruộng bậc thang vàng óng mùa gặt, phía xa là những mái nhà và dãy núi",
    ),
    "tea": Picture(
        landscapes.tea_hills,
        DAWN,
        31,
        "Đồi chè Trà Sương",
        "Những luống chè uốn cong trên đồi tròn, người hái chè đội nón, đeo gùi",
    ),
    "forest": Picture(
        landscapes.forest,
        DAY,
        41,
        "Rừng phòng hộ",
        "Nắng xuyên qua rừng cây, ba người đang trồng cây non bên lối mòn",
    ),
    "harbour": Picture(
        seaside.harbour,
        DAWN,
        51,
        "Cảng cá Cửa Bạc",
        "Thuyền cá sơn đỏ, xanh đậu trong cảng, người dân đứng trên bến",
    ),
    "lighthouse": Picture(
        seaside.lighthouse,
        DUSK,
        61,
        "Hải đăng Hòn Sương",
        "Ngọn hải đăng sọc đỏ trắng trên vách đá đang chiếu sáng lúc hoàng hôn",
    ),
    "pass-road": Picture(
        landscapes.mountain_pass,
        GOLD,
        71,
        "Đường lên Đèo Trăng",
        "Con đường đèo nhiều khúc quanh giữa núi, một chiếc xe buýt nhỏ đang lên dốc",
    ),
    "ponds": Picture(
        landscapes.ponds,
        DAY,
        81,
        "Vùng nuôi tôm Hải Sa",
        "Những ao nuôi tôm vuông vắn xen hàng cây ngập mặn và bóng dừa",
    ),
    "bridge-day": Picture(
        towns.bridge,
        DAY,
        91,
        "Cầu Mây Hạ buổi sáng",
        "Cầu dây văng bắc qua sông rộng dưới trời xanh, thuyền qua lại bên dưới",
    ),
    "bridge-dusk": Picture(
        towns.bridge,
        DUSK,
        92,
        "Cầu Mây Hạ lúc hoàng hôn",
        "Cầu dây văng soi bóng trên mặt sông lúc chiều tà",
    ),
    "town-day": Picture(
        towns.town,
        DAY,
        101,
        "Phố ven sông Mây Trung",
        "Dãy nhà phố nhiều màu dọc bờ sông, người đi bộ dưới hàng cây",
    ),
    "town-dusk": Picture(
        towns.town_evening,
        DUSK,
        102,
        "Phố Bến Lụa lên đèn",
        "Phố ven sông lúc chập tối, cửa sổ sáng đèn in bóng xuống nước",
    ),
    "boats": Picture(
        towns.floating_market,
        DAWN,
        111,
        "Chợ nổi trên sông Mây",
        "Chợ nổi với nhiều thuyền chở trái cây, rau quả và người bán đội nón",
    ),
    "school": Picture(
        buildings.school,
        DAY,
        121,
        "Trường học Hạ Lưu",
        "Trường học hai tầng tường vàng, mái đỏ, học sinh chơi trong sân có cột cờ",
    ),
    "school-sea": Picture(
        buildings.school_by_the_sea,
        DAWN,
        122,
        "Trường học trên đảo Hòn Sương",
        "Ngôi trường nhỏ bên bờ biển, học sinh đứng trong sân dưới lá cờ",
    ),
    "clinic": Picture(
        buildings.clinic,
        DAY,
        131,
        "Trạm y tế xã",
        "Trạm y tế tường trắng có chữ thập xanh, xe cứu thương và người dân đến khám",
    ),
    "hall-day": Picture(
        buildings.hall,
        GOLD,
        141,
        "Trụ sở UBND tỉnh",
        "Tòa nhà hành chính có hàng cột, quảng trường rộng, cờ và người qua lại",
    ),
    "counter": Picture(
        gatherings.counter,
        DAY,
        151,
        "Quầy tiếp nhận hồ sơ",
        "Cán bộ ngồi sau quầy thấp đón người dân, trong đó có một người ngồi xe lăn",
    ),
    "network": Picture(
        towns.network,
        DUSK,
        161,
        "Mạng kết nối đô thị",
        "Thành phố lúc chạng vạng với những điểm sáng nối nhau thành mạng trên bầu trời",
    ),
    "factory": Picture(
        buildings.factory,
        DAY,
        171,
        "Khu công nghiệp Tân Mây",
        "Nhà máy mái răng cưa gắn pin mặt trời, phía trước là hàng cây xanh",
    ),
    "communal-house": Picture(
        gatherings.communal_house,
        DAWN,
        181,
        "Đình làng Bến Lụa",
        "Đình làng mái cong bên gốc đa và ao sen, người dân trò chuyện trong sân",
    ),
    "lanterns": Picture(
        gatherings.lantern_night,
        NIGHT,
        191,
        "Đêm hoa đăng trên sông",
        "Hàng trăm ngọn đèn giấy trôi trên sông dưới trăng tròn, người đứng xem hai bên bờ",
    ),
    "dyke-rain": Picture(
        gatherings.dyke_in_rain,
        STORM,
        201,
        "Hộ đê trong mưa",
        "Người mặc áo mưa chuyển bao cát trên mặt đê, nước sông dâng cao trong mưa",
    ),
}


def draw(key: str) -> bytes:
    """Return the JPEG (1600 × 900) of a picture; ``KeyError`` if there is none of that name."""
    picture = PICTURES[key]
    canvas = Canvas(picture.palette, picture.seed)
    picture.scene(canvas)
    return canvas.jpeg()
