"""The letters of document numbers: codes of types, abbreviations of bodies.

Codes of administrative documents: Decree 30/2020/NĐ-CP, article 7 and appendix III; of the Party's: Guideline
36-HD/VPTW. Words of the language, not rules of a law: a new type needs a line here and a row in the admin.
"""

from datetime import date

# Since when the abbreviations of Decree 30/2020 are the only ones, and since when all numbers have today's forms.
DECREE_30_SINCE = date(2020, 3, 5)
MODERN_NUMBERS_SINCE = 2005

# Code → the name as it stands before the number. Letters (công văn) have none.
TYPE_NAMES: dict[str, str] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "SY": "Bản sao y",
    "TrS": "Bản trích sao",
    "SL": "Bản sao lục",
    "L": "Luật",
    "PL": "Pháp lệnh",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "VBHN": "Văn bản hợp nhất",
    # Of the Party.
    "KL": "Kết luận",
    "QĐi": "Quy định",
    "CV": "Công văn",
}
LETTER = "Công văn"
OTHER_NAMES: dict[str, str] = {
    "Lệnh": "L",
    "Bộ luật": "L",
    "Thông tri": "TT",
    "Thông báo kết luận": "TB",
    "Chương trình hành động": "CTr",
    "Thư công": "",
    "Công văn": "",
    "Văn bản": "",
}
# Of Circular 01/2011, still seen; Decree 30/2020 has others.
OBSOLETE_CODES = {"GN": "BGN", "TTh": "BTT", "UQ": "GUQ", "NP": "GNP"}
# Documents that are always normative: their number bears the year.
ALWAYS_NORMATIVE = {"L", "PL", "NĐ", "TT", "TTLT", "NQLT"}
MAY_BE_NORMATIVE = ALWAYS_NORMATIVE | {"NQ", "QĐ"}
# Directives were normative too until Law 80/2015/QH13 took effect (1 July 2016).
LAST_NORMATIVE_YEAR = {"CT": 2016}
# Whose numbers bear the term of the Assembly in place of a type: 64/2025/QH15, 08/2022/UBTVQH15.
ASSEMBLIES = {"QH": ("L", "NQ"), "UBTVQH": ("PL", "NQ")}

# Bodies as numbers write them, in the case in which they do.
BODIES = {
    *(
        "QH",
        "UBTVQH",
        "CTN",
        "CP",
        "TTg",
        "VPCP",
        "VPQH",
        "VPCTN",
        "HĐND",
        "UBND",
        "TTHĐND",
        "CTUBND",
        "VPUBND",
        "VP",
    ),
    *("BQP", "BCA", "BNG", "BNV", "BTP", "BTC", "BCT", "BNNMT", "BXD", "BVHTTDL", "BKHCN", "BGDĐT", "BYT", "BDTTG"),
    *("BTTTT", "BKHĐT", "BGTVT", "BTNMT", "BNNPTNT", "BLĐTBXH", "UBDT", "NHNN", "TTCP", "KTNN", "BHXH", "TCT"),
    *("UB", "HĐBT", "HĐNN", "TANDTC", "VKSNDTC", "HĐTP", "UBMTTQ", "UBTƯMTTQVN", "TLĐ", "BCĐ", "HĐTĐKT"),
    *("SNV", "STP", "STC", "SCT", "SNNMT", "SNN&MT", "SXD", "SKHCN", "SKH&CN", "SVHTTDL", "SGDĐT", "SGD&ĐT", "SYT"),
    *("STTTT", "STT&TT", "SKHĐT", "SKH&ĐT", "SLĐTBXH", "SGTVT", "STNMT", "SNNPTNT", "SNgV", "SDTTG"),
    *("TW", "TU", "TƯ", "ĐU", "HU", "BTV", "VPTW", "VPTU", "BTGTU", "BTCTU", "UBKT", "BCSĐ"),
}

# Bodies whose numbers bore no type before 1998: Nghị định 64-CP, Quyết định 327-CT, Nghị định 163/HĐBT.
OLD_BODIES = {"CP", "TTg", "CT", "HĐBT", "HĐNN", "UB"}

# What a fold of case keeps apart (Đ is not D), canonical writing on the right.
CODES_ANY_CASE = {code.casefold(): code for code in [*TYPE_NAMES, *OBSOLETE_CODES]}
BODIES_ANY_CASE = {body.casefold(): body for body in BODIES}
OLD_BODIES_ANY_CASE = {body.casefold(): body for body in OLD_BODIES}
# Name in lower case → code; the longest name first, so that "Thông tư liên tịch" is not read as "Thông tư".
CODES_BY_NAME = {
    name.lower(): code
    for name, code in sorted(
        {**{name: code for code, name in reversed(TYPE_NAMES.items())}, **OTHER_NAMES}.items(),
        key=lambda pair: -len(pair[0]),
    )
}
