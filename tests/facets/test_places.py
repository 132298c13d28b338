import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scaling import growth
from workbench.facets.places.places import read_places
from workbench.facets.types import Place
from workbench.language.packs import load


def names(text: str, code: str) -> list[str]:
    return [place.name for place in read_places(text, load(code))]


def only(text: str, code: str) -> Place:
    (place,) = read_places(text, load(code))
    return place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قوات بلاده في العراق", ["IQ"]),
        ("بإيران وللسعودية", ["IR", "SA"]),
        ("واشنطن وبغداد", ["Washington", "Baghdad"]),
        ("كوريا الشمالية", ["KP"]),
        ("قطاع غزة", ["Gaza"]),
        ("جنوب لبنان", ["LB"]),
        ("قوات فرنسية وأسترالية", ["FR", "AU"]),
        ("الكوريون الشماليون", ["KP"]),
        ("في محافظة بابل العراقية", ["Babil"]),
        ("محافظة بغداد", ["Baghdad Governorate"]),
        ("مضيق هرمز", ["Strait of Hormuz"]),
        ("مسقط رأسه", []),
        ("سافر إلى مسقط", ["Muscat"]),
        ("وزارة الخارجية الأميركية", []),
        ("الشارع المقابل", []),
        ("قاعدة بيانات", []),
        ("من روصو وأكجوجت", ["Rosso", "Akjoujt"]),
        ("في منطقتي جازان وعسير", ["Jazan Governorate", "Asir"]),
        ("بمحافظة الظاهرة", ["Al Dhahirah"]),
        ("افتتح كوبري «العوايد» الجديد", ["كوبري «العوايد»"]),
        ("رشّت المبيدات", []),
        ("إقبالاً كبيراً على الشراء", []),
        ("انطلق الرالي", []),
        ("قرى الرميلة والعزيزية والشعلة", ["Ar Rumaylah", "Al Aziziyah", "الشعله"]),
        ("جزيرة قرقنة", ["جزيره قرقنه"]),
        ("قرية صغيرة", []),
        ("مطار محمد الخامس", ["مطار محمد الخامس"]),
        ("ساحة الشهداء", ["ساحه الشهداء"]),
        ("ساحة المدرسة", []),
        ("قرض للبنان", ["LB"]),
        ("بين طنجة والقنيطرة", ["Tangier", "Kenitra"]),
        ("عاقبه بعقوبة بديلة", []),
        ("وصل إلى بعقوبة", ["Baqubah"]),
        ('في مدينة "تنغير"', ["تنغير"]),
        ("قصف مستوطنة كريات شمونة", ["Kiryat Shmona"]),
        ("بلدات كفركلا وبرج الملوك", ["Kfar Kila", "برج الملوك"]),
        ("أراضٍ بأبي قرقاص", ["Abu Qurqas"]),
        ("مركز إيواء", []),
        ("معسكرات في الخمس ومصراتة", ["Khoms", "Misrata"]),
        ('قالت قناة "المسيرة"', []),
        ("عقابا شمال طوباس", ["عقابا", "Tubas"]),
        ("مخيم النازحين", []),
        ("ستهم الأمطار أقاليم تاونات وفاس", ["تاونات", "Fez"]),
        ("سجلت أمطار في أقاليم طاطا وزاكورة يوم الجمعة", ["طاطا", "زاكورة"]),
        ("وقع الحادث على الطريق الوطني رقم 62", ["الطريق الوطني رقم 62"]),
        ("على طريق الكريمات - بني الصقر", ["طريق الكريمات - بني الصقر"]),
        ("أغلق طريق حلب – اللاذقية", ["Aleppo", "Latakia"]),
        ("ثلاثة مواقع على الأقل غربي المدينة", []),
        ("وقع الحادث على الطريق الصحراوي", []),
        ("بالتعاون مع مديرية الصحة، في معان", ["Maan"]),
        ("اقتحمت القوات مخيم الجلزون", ["مخيم الجلزون"]),
        ("في بلدة مجدل زون جنوب البلاد", ["مجدل زون"]),
        ("أهدى اللقب إلى الجماهير الأردنية", ["JO"]),
        ("جرفت السيول مركبة في وادي ضيقة", ["وادي ضيقه"]),
        ("ثلاث مدارس في لواء الكورة", ["لواء الكوره"]),
        ("ضابط في لواء المظليين", []),
        ("ولدت في محلة الفضل ببغداد", ["الفضل", "Baghdad"]),
        ("قبالة سواحل عمان", ["OM"]),
        ("في حي الرياض في الرباط", ["حي الرياض", "Rabat"]),
        ("في حي الدرب الأحمر وسط القاهرة", ["الدرب الأحمر", "Cairo"]),
        ("افتتح الأمير تركي بن طلال المشروع", []),
        ("غرقت أحياء في سيول جارفة", []),
        ("وصل من سيول إلى كوريا الجنوبية", ["Seoul", "KR"]),
        ("زار موريتانيا في إطار التعاون", ["MR"]),
        ("شمال مدينة أطار", ["Atar"]),
        ("أصيب عمال في المصنع", []),
        ("لجأت أسر إلى الخيام", []),
        ("قصف أطراف الخيام جنوب لبنان", ["Khiam", "LB"]),
        ("قضاء المجر الكبير", ["Al-Majar Al-Kabir"]),
        ("عادوا إلى بلدة كسب", ["كسب"]),
        ("وصل إلى قرية قتل فيها شيخ", []),
        ("جزيرة مصيرة العمانية", ["جزيره مصيره", "OM"]),
        ("من سكان قرية خربة الزيتونات", ["خربه الزيتونات"]),
        ("فتح المعبر الحدودي في أساماكا", ["اساماكا"]),
        ("تجمع الناس في الساحة في صمت", []),
        ("انخفض منسوب المياه في هور الحويزة", ["هور الحويزه"]),
        ("البعثة العاملة في تل الغرباوي", ["تل الغرباوي"]),
        ("يمتد بين معتمديتي الزغلامة والدويرية", ["الزغلامه", "الدويريه"]),
        ("عثر عليه في كفر سوسنة", ["كفر سوسنه"]),
        ("تراجعت القوة إلى تل الزعيتر", ["تل الزعيتر"]),
        ("في بئر مهجورة وفي خان قديم", []),
        ("سقطت قذيفة شرقي الزغيبات", ["الزغيبات"]),
        ("شرق الحدود وجنوب القارة", []),
        ("حادث على طريق السويس الصحراوي", ["Suez road"]),
        ("حادث على طريق ترابي", []),
        ("ثلوج على مرتفعات إقليم ميدلت", ["اقليم ميدلت"]),
        ("انقطعت المياه عن بلدات نوى وطفس", ["نوي", "Tafas"]),
        ("في شارع خالد بن الوليد", ["شارع خالد بن الوليد"]),
        ("استهدف القصف محطة كهرباء الزويتينية", ["محطه كهرباء الزويتينيه"]),
        ("سيول في محافظات إب وتعز", ["Ibb Governorate", "Taiz"]),
        ("أعلنت حالة القوة القاهرة", []),
        ("شعر به سكان القليعة وفوكة وشنوية", ["القليعة", "فوكة", "شنويه"]),
        ("قبالة سواحل اللوزة", ["اللوزه"]),
        ("قبالة سواحل البلاد", []),
        ("مضخات في نبع الرشعين", ["نبع الرشعين"]),
        ("رست في ميناء الملك عبدالله برابغ", ["ميناء الملك عبدالله", "رابغ"]),
        ("اتهمت الخارجية الجزائرية مالي بخرق أجوائها", ["DZ", "ML"]),
        ("في مشفى الشفاء", ["مشفي الشفاء"]),
        ("انقطع الاتصال عن معسكري زمزم وأبو شوك", ["زمزم", "أبو شوك"]),
        ("أمام سالكي طريق ترشيش – زحلة", ["ترشيش", "Zahle"]),
        ("اقتحام بلدات يعبد وقباطية وعرابة جنوب جنين", ["Yabad", "Qabatiyah", "Arrabah", "Jenin"]),
    ],
)
def test_arabic_places(text: str, expected: list[str]) -> None:
    assert names(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US forces in Iraq", ["US", "IQ"]),
        ("the U.K. and France", ["GB", "FR"]),
        ("Babil province", ["Babil"]),
        ("southern Lebanon", ["LB"]),
        ("French and Australian forces", ["FR", "AU"]),
        ("Ivory Coast", ["CI"]),
        ("120 people crossed the Channel", ["English Channel"]),
        ("felt as far away as Peshawar", ["Peshawar"]),
        ("a fire in Kim Road, Bedford", ["kim road", "Bedford"]),
        ("near Leeds railway station", ["Leeds station"]),
        ("floods in Karby-upon-Severn", ["karby-upon-severn"]),
        ("Air France cut flights to Mali", ["ML"]),
        ("storms in the Gulf of Mexico", ["Gulf of Mexico"]),
        ("snow closed the A9 between Corrie and Tavel", ["a9", "corrie", "tavel"]),
        ("turkey for dinner", []),
        ("talks in Turkey", ["TR"]),
        ("Jordan Smith scored", []),
        ("Michael Jordan scored", []),
        ("talks in Jordan", ["JO"]),
        ("he told us", []),
        ("the Bank of England raised rates", []),
        ("Georgia, Armenia and Azerbaijan", ["GE", "AM", "AZ"]),
        ("in Isiolo and Garissa counties", ["Isiolo", "Garissa"]),
        ("the town of Wem", ["wem"]),
        ("over the River Teme", ["river teme"]),
        ("Holroyd, 46, of Ecclesfield", ["ecclesfield"]),
        ("Reading books", []),
        ("Atlanta, Georgia", ["Atlanta", "Georgia (US state)"]),
        ("farms in the Western North region", ["western north region"]),
        ("the by-election in Ho East with 14 votes", ["ho east"]),
        ("snatching a box at Kpetoe but", ["kpetoe"]),
        ("He worked at Lumora", []),
        ("The bridge links Vidin in Bulgaria", ["Vidin", "BG"]),
        ("A tornado struck Mayfield, Kentucky", ["Mayfield", "Kentucky"]),
        ("polling stations in the region", []),
        ("12 km south-east of Tolombo, Chile", ["tolombo", "CL"]),
        ("a driver of 33, from Wemsley, was hurt", ["wemsley"]),
        ("homes in the al-Bassir neighbourhood", ["al-bassir neighbourhood"]),
        ("the head of Kwabiri village", ["kwabiri village"]),
        ("a Christian village", []),
        ("six others in Zamfara State", ["Zamfara"]),
        ("It opened at around Noon", []),
        ("damages of US$800,000", []),
        (
            "between Budleigh Salterton and Newton Poppleford",
            ["Budleigh Salterton", "newton poppleford"],
        ),
        ("Voters in Dane County", ["dane county"]),
        ("its Punjab province", ["Punjab (Pakistan)"]),
        ("The Cape Girardeau City Council voted", ["Cape Girardeau"]),
        ("Leeds beat Luton in the league, the striker scored and the coach left", []),
        ("The league final in Leeds was won by the striker and the coach", ["Leeds"]),
        ("an investment in Bitcoin", []),
        ("Rain fell in Onslip, Wexcombe and Tarnley on Friday", ["onslip", "wexcombe", "tarnley"]),
        ("Talks in Onslip and Greta Holm said no", ["onslip"]),
        ("A hub in downtown Onslip", ["onslip"]),
        ("Bin collections across Onslip will stop", ["onslip"]),
        ("A post is to be built at Dayan Pass", ["dayan pass"]),
        ("The pipeline has yet to reach Onslip", ["onslip"]),
        ("The bridge over the River Teme at Onslip", ["river teme", "onslip"]),
        ("The group moved from Onslip to Kellaway", ["onslip", "kellaway"]),
        ("Villagers in Onslip and Kellaway fled", ["onslip", "kellaway"]),
        ("Power is back in every commune but Onslip", ["onslip"]),
        ("The line between Onslip and Kellaway", ["onslip", "kellaway"]),
        ("Talks between Kellaway and Tarnley failed", []),
        ("The streets of Onslip; crews from Kellaway", ["onslip", "kellaway"]),
        ("A letter from Kellaway", []),
        ("Onslip residents complained", ["onslip"]),
        ("Onslip, a village of 300, was cut off", ["onslip"]),
        ("Kellaway, a maker of pumps, closed", []),
        ("Trains were sent through Onslip, tickets sold through Kellaway", ["onslip"]),
        ("Snow fell near Onslip. All roads but Onslip lanes are open", ["onslip", "onslip"]),
        ("the towns of Onslip and Wexcombe", ["onslip", "wexcombe"]),
        ("She was reading in Reading", ["reading"]),
    ],
)
def test_english_places(text: str, expected: list[str]) -> None:
    assert names(text, "en") == expected


def test_a_surname_is_no_people() -> None:
    assert names("قال أحمد المصري إن النتائج جيدة", "ar") == []
    assert only("قال الخبير المصري إن النتائج جيدة", "ar").demonym
    assert names("Volker Türk urged restraint", "en") == []
    assert only("A Turk was hurt", "en").demonym


def test_and_before_a_name_that_begins_by_two_letters() -> None:
    assert names("العلاقة بين القاهرة وتل أبيب", "ar") == names("بين القاهرة وبين تل أبيب", "ar")


def test_a_session_or_an_ambassador_is_no_town() -> None:
    assert names("انتخب رئيسا في الدورة السادسة", "ar") == []
    assert names("وصل كتاب إلى السفيرة", "ar") == []
    assert names("اقتحمت القوات مدينة الدورة", "ar") != []


def test_a_demonym_is_no_location() -> None:
    assert only("قوات عراقية", "ar").demonym
    assert only("أرباح البنوك السعودية", "ar").demonym
    assert not only("في السعودية", "ar").demonym
    assert only("Iraqi forces", "en").demonym
    assert only("US forces", "en").demonym
    assert not only("the US has", "en").demonym


def test_a_place_says_what_contains_it() -> None:
    assert only("in Mosul", "en").within == ("Nineveh", "IQ")
    assert only("في الموصل", "ar").within == ("Nineveh", "IQ")


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("مطار القاهرة", "ar", "Cairo airport"),
        ("Cairo airport", "en", "Cairo airport"),
        ("قاعدة عين الأسد", "ar", "Ain al-Asad air base"),
        ("Ain al-Asad air base", "en", "Ain al-Asad air base"),
    ],
)
def test_a_site_has_one_name_in_both_languages(text: str, code: str, name: str) -> None:
    place = only(text, code)
    assert (place.name, place.kind) == (name, "site")


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("قاعدة الوطية الجوية", "ar", "site"),
        ("مقاطعة فولتون", "ar", "region"),
        ("Maricopa County", "en", "region"),
        ("Mitchell International Airport", "en", "site"),
    ],
)
def test_a_noun_announces_an_unknown_place(text: str, code: str, kind: str) -> None:
    assert only(text, code).kind == kind


def test_a_text_tells_which_of_two_places_is_meant() -> None:
    assert names("في طرابلس", "ar") == ["Tripoli"]
    assert "Tripoli (Lebanon)" in names("في طرابلس شمال لبنان", "ar")
    assert names("في عمان", "ar") == ["Amman"]
    assert names("سلطنة عمان", "ar") == ["OM"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        (
            "Arrivals in the Canaries fell, but not in the Balearics.",
            ["the Canaries", "the Balearics"],
        ),
        ("They shelved two schools planned for Maun and Ghanzi.", ["Maun", "Ghanzi"]),
        ("A school planned for May was scrapped.", []),
        ("Funds meant for Bayero were lost.", []),
        ("Schools in the provinces of Cebu and Leyte closed.", ["Cebu", "Leyte"]),
        ("They struck at Freedom Park on Monday.", ["Freedom Park"]),
        ("Tips at Marsh Road and Nunthorpe closed.", ["Marsh Road", "Nunthorpe"]),
        ("The A9 was closed between Perth and Pitlochry.", ["A9", "Perth", "Pitlochry"]),
        ("The bridge over the Drina at Foca was closed.", ["Foca"]),
        ("Turtles nest at Ras al-Jinz in Oman.", ["Ras al-Jinz", "Oman"]),
        ("He lives in Fresno, Calif., with her.", ["Fresno", "Calif."]),
        ("A crash in Salem, N.J., killed two.", ["Salem", "N.J."]),
        ("Zanesville council approves the hike", ["Zanesville"]),
        ("They sided with Robert Lane in Galveston.", ["Galveston"]),
        ("Talks in Jeddah failed, and Hamas denied it.", ["Jeddah"]),
        ("Acapulco's airport remained shut", ["Acapulco"]),
        ("Tesco's shares fell", []),
        ("The supplier, Wichita-based Harlan Aerospace", ["Wichita"]),
        ("sank in the Flores Sea off Lombok", ["Flores Sea", "Lombok"]),
        ("She works for the Islamic State", []),
        ("The vessel left Bau-Bau for Makassar", ["Bau-Bau", "Makassar"]),
        ("She left Labour for Reform", []),
        ("Twelve residents were treated", []),
        ("treated at Prince of Wales Hospital", ["Prince of Wales Hospital"]),
        ("arrived at OR Tambo International Airport", ["OR Tambo International Airport"]),
        ("Kandy was the worst-hit district, with 88 deaths", ["Kandy"]),
        ("Harlow is a village teacher", []),
        ("a red alert for Chamoli and Bageshwar", ["Chamoli", "Bageshwar"]),
        ("the banks of the Bhagirathi", ["Bhagirathi"]),
        ("in the mud of the river Nene", ["river Nene"]),
        ("overturned on the N71 at Innishannon", ["N71", "Innishannon"]),
        ("on the A350 fleet", []),
        ("northeast of Nuku'alofa", ["Nuku'alofa"]),
        ("A pensioner from Reading was jailed.", ["Reading"]),
        ("Ann Lee, 83, from Sale, was hurt.", ["Sale"]),
        ("in the districts of Ilam, Jhapa and Panchthar", ["Ilam", "Jhapa", "Panchthar"]),
        ("the towns of Wem and Benta, Mr Reed said", ["Wem", "Benta"]),
        ("the mouths of the Burdekin and Fitzroy rivers", ["Burdekin", "Fitzroy"]),
        ("They fired tear gas on Avenue Pasteur.", ["Avenue Pasteur"]),
        ("They marched from Freedom Park.", ["Freedom Park"]),
        ("taken to Westmead Children's Hospital", ["Westmead Children's Hospital"]),
        ("a base on Kanton, an atoll in the ocean", ["Kanton"]),
        ("in the Zanzibar Channel", ["Zanzibar Channel"]),
        ("in Accra's Ashaiman and Tema suburbs", ["Accra", "Ashaiman", "Tema"]),
        ("He told the Discovery Channel so.", []),
        ("Rain fell and the Save River rose.", ["Save River"]),
        ("in Aniocha North Local Government Area", ["Aniocha North Local Government Area"]),
    ],
)
def test_places_as_local_papers_name_them(text: str, surfaces: list[str]) -> None:
    assert [place.surface for place in read_places(text, load("en"))] == surfaces


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("تصدعات في جدران مدرستين بحي العقابي", ["العقابي"]),
        ("قرية مستهدفة بمركزي ببا وناصر", ["ببا", "ناصر"]),
        ("في حلب وحماة إلى الساحل", ["حلب", "حماة"]),
        ("مبادرة حياة كريمة", []),
        ("قال الوزير خالد آيت الطالب", []),
        ("دخلت القوات حلب، وغادر الوفد خنيفرة", ["حلب", "خنيفرة"]),
        ("قطعت الكهرباء عن حلب بعدما تعرضت نالوت لقصف", ["حلب", "نالوت"]),
        ("ترتيبات ميناء عصب، لا ميناء تجاري ولا ميناء صيد", ["ميناء عصب"]),
        ("يعاني قضاء القرنة وناحية عز الدين سليم", ["القرنة", "ناحية عز الدين سليم"]),
        ("الغاز عبر خط كيليس - حلب", ["خط كيليس", "حلب"]),
        ("قصفت بلدات عيتا الشعب ورامية ويارون", ["عيتا الشعب", "رامية", "يارون"]),
        ("كمين قرب عين عيسى شمال الرقة", ["عين عيسى", "الرقة"]),
        ("نقلوا إلى مستشفى الكندي في بغداد", ["مستشفى الكندي", "بغداد"]),
        ("تظاهر المئات في ساحة الحبوبي", ["ساحة الحبوبي"]),
        ("ضرب زلزال إقليم هيرات غربي أفغانستان", ["إقليم هيرات", "أفغانستان"]),
        ("انهيار سوق شعبي وسط بغداد", ["بغداد"]),
        ("نقلوا إلى سجن عكاشة", ["سجن عكاشة"]),
        ("من شاطئ اللوزة", ["شاطئ اللوزة"]),
        ("مستشفى الضمان يعمل بأقل من طاقته", ["مستشفى الضمان"]),
        ("يخضع للصيانة في إسنا", ["إسنا"]),
        ("من موانئ البصرة وخور العمية", ["البصرة", "خور العمية"]),
        ("على شاطئ البحر في غزة", ["غزة"]),
        ("صعود أسعار منتجات الألبان", []),
        ("طريق أسيوط - سوهاج الصحراوي الغربي", ["أسيوط", "سوهاج"]),
        ("عبر منفذ شحن الحدودي مع سلطنة عمان", ["منفذ شحن الحدودي", "سلطنة عمان"]),
        ("انقطعت المياه عن عمادة الهوارية", ["الهوارية"]),
        ("انقلبت الحافلة في عقبة عبدالله غريب بحضرموت", ["عقبة عبدالله غريب", "حضرموت"]),
        ("افتتح النادي مخيم الصيف في جبيل", ["جبيل"]),
        ("في ولايتي صور والكامل", ["صور", "الكامل"]),
        ("في ولايتي صلالة وطاقة", ["صلالة", "طاقة"]),
        ("أهوار الجبايش والحمّار ستحصل على حصتها", ["الجبايش", "الحمّار"]),
        ("في محافظتي النجف والديوانية", ["النجف", "الديوانية"]),
        ("عبر السفير من قناة إن بي سي إلى قناة السويس", ["قناة السويس"]),
        ("فتح الحراس بوابة إلى الساحة", []),
        ("وقفة في شارع الحبيب بورقيبة", ["شارع الحبيب بورقيبة"]),
        ("تراجع الإنتاج في لواءي الكورة وبني كنانة", ["الكورة"]),
        ("هطلت الأمطار في معان والكرك والأغوار الجنوبية", ["معان", "الكرك"]),
        ("تنقطع المياه عن قرى كوم حمادة. وأهابت الشركة بالسكان", ["كوم حمادة"]),
        ("سجل حوض أم الربيع 11 في المائة", ["حوض أم الربيع"]),
        ("أصيب سباح في حوض السباحة", []),
        ("وقع الهجوم في أم دافوق", ["أم دافوق"]),
        ("فتح مطعم في ولاية نورث كارولينا فرعه", ["ولاية نورث كارولينا"]),
        ("تغرق الأحياء وسط تعتيم إعلامي كبير", []),
        ("تقاطع منتجات شركة محلية للألبان", []),
        ("دعت الرابطة إلى مقاطعة Nike بعد الصفقة", []),
        ("جاءوا إلى ليبيا عن طريق تركيا", ["ليبيا", "تركيا"]),
        ("إذا كان وجهه قبيحا", []),
        ("رسم الفنان اللوحة لترمز إلى السلام", []),
        ("أيدت المحكمة الحكم بسجن المحامي أحمد صواب", []),
        ("3200 معلم في ولايات وهران ومعسكر وتلمسان", ["وهران", "معسكر", "تلمسان"]),
        ("يقيم أغلبهم في ولايات الجنوب", ["ولايات الجنوب"]),
        ("قضت المحكمة بفاس بالسجن على من ضرب جاره بفأس", ["فاس"]),
        ("وفي صور، جنوبي لبنان", ["صور", "لبنان"]),
        ("في صور نشرتها وسائل إعلام لبنانية", ["لبنانية"]),
        ("في الطبقة الأحد قرب دمشق", ["الطبقة", "دمشق"]),
        ("في الطبقة الأرضية بدمشق", ["دمشق"]),
        ("محكمة الجديدة في المغرب", ["الجديدة", "المغرب"]),
        ("المدينة الجديدة في المغرب", ["المغرب"]),
        ("الخطر القائم في القائم غربي العراق", ["القائم", "العراق"]),
        ("قتل رجل في بلدة ذروان، ثم انسحبوا من ذروان", ["ذروان", "ذروان"]),
        ("مدينة الأمل في السودان. فقدوا الثقة في الأمل", ["الأمل", "السودان"]),
        ("ولايات باجة والكاف وجندوبة", ["باجة", "الكاف", "جندوبة"]),
        ("قرار من الكاف", []),
        ("وقال محامو كفر الدوار إن القضية انتهت", ["كفر الدوار"]),
        ("خسر أمام اتحاد سيدي قاسم", []),
        ("سيتوسع الإضراب ليشمل لحج وأبين", ["لحج", "أبين"]),
        ("سوى ثلاثة أجهزة في المستشفى الجمهوري", ["المستشفى الجمهوري"]),
        ("قال إن النهر «هو الحل الأرخص»", []),
        ("عبروا كوبري «العوايد» صباحا", ["كوبري «العوايد»"]),
        ("القافلة غادرت أنجمينا", ["أنجمينا"]),
        ("من المنتظر أن تستضيف جدة القمة", ["جدة"]),
    ],
)
def test_places_as_arabic_papers_name_them(text: str, surfaces: list[str]) -> None:
    assert [place.surface for place in read_places(text, load("ar"))] == surfaces


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Gunmen raided a village in Kogi State on Sunday", ["Kogi State"]),
        ("Voting was delayed in parts of Southern Province", ["Southern Province"]),
        ("The tunnel under the Pentland Firth will open", ["Pentland Firth"]),
        ("A roof fell in the Kot Lakhpat industrial area", ["Kot Lakhpat industrial area"]),
        ("The decider is at Kwekwe Sports Club on Friday", ["Kwekwe Sports Club"]),
        ("The M6 near Penrith was shut", ["M6", "Penrith"]),
        ("Sailings to Ruwaisat and a descent from Passo Giau", ["Ruwaisat", "Passo Giau"]),
        ("Homes on the edge of Thornby burned as troops entered Kereina", ["Thornby", "Kereina"]),
        ("Planes came from Oslo and Kereina overnight", ["Oslo", "Kereina"]),
        ("La Libertad's governor fled Benta, where shops closed", ["La Libertad", "Benta"]),
        ("Lorries were towed off the Third Mainland Bridge.", ["Third Mainland Bridge"]),
        ("The North West Coastal Highway is closed.", ["North West Coastal Highway"]),
        ("It came to a halt near Clara, Co Offaly.", ["Clara", "Co Offaly"]),
        ("Passengers were stuck on a Dublin-to-Galway train.", ["Dublin", "Galway"]),
        ("Residents of Ward 7 in Bandra have no water.", ["Bandra"]),
        ("A Viking boat was found on the Isle of Tiree.", ["Isle of Tiree"]),
        ("The party won a seat in the Northern Region.", ["Northern Region"]),
        ("Snow has closed the A66 near Brough.", ["A66", "Brough"]),
        ("The M4 was shut near Swindon.", ["M4", "Swindon"]),
        ("Walkers were rescued from Helvellyn.", ["Helvellyn"]),
        ("A warning for Wem and neighbouring Kozhikode.", ["Kozhikode"]),
        ("The Tarneville City Council voted 6-1.", ["Tarneville"]),
        ("Former Tarneville Town Council clerk Ann Reed stole it.", ["Tarneville"]),
        ("The Local School Board met.", []),
        ("It will shut its Benta and Wodonga works.", ["Benta", "Wodonga"]),
        ("Its Boeing plants were idle.", []),
        ("Thieves broke into the Benta branch of a lender.", ["Benta"]),
        ("It held the Benta South parliamentary by-election.", ["Benta South"]),
        ("The Robert Lane branch of the union met.", []),
        ("Floods hit Dembeni, Kolwara and Port Sisi.", ["Dembeni", "Kolwara", "Port Sisi"]),
        ("Storms hit Jones's farm.", []),
        ("It shook Mokwaba, some 60 km east of Goma.", ["Mokwaba", "Goma"]),
        ("Jones, 40 metres north of the line, scored.", []),
        ("Tom Reed, the MP for Upper Tarne, said no.", ["Upper Tarne"]),
        ("He was chosen as candidate for President.", []),
        ("She was born in Little Tarne in 1950.", ["Little Tarne"]),
        ("He lost interest in Great Expectations.", []),
        ("A cottage at Thorley Green burned down.", ["Thorley Green"]),
        ("It was felt as far away as Nether Tarne.", ["Nether Tarne"]),
        ("He was as far as Jones knew the owner.", []),
        ("The Northwest Passage was open.", ["Northwest Passage"]),
        ("They sent three nurses to Tarne.", ["Tarne"]),
        ("They sent the file to Smith.", []),
        ("He won the Zenith Cup at Tarne.", ["Tarne"]),
        ("The Wem solar park is connected.", ["Wem solar park"]),
        ("A tank burned at the Majnoon East oilfield.", ["Majnoon East oilfield"]),
    ],
)
def test_places_as_english_papers_name_them(text: str, surfaces: list[str]) -> None:
    assert [place.surface for place in read_places(text, load("en"))] == surfaces


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=120))
def test_offsets_hold_for_any_text(noise: str) -> None:
    for code, text in (
        ("ar", f"في {noise} بغداد و{noise}لبنان"),
        ("en", f"in {noise} Iraq {noise}"),
    ):
        last = 0
        for place in read_places(text, load(code)):
            assert place.span.of(text) == place.surface
            assert place.span.start >= last
            last = place.span.end


@pytest.mark.parametrize(
    ("code", "piece"),
    [("en", "Georgia "), ("en", "Base "), ("ar", "محافظة "), ("ar", "وللعراق "), ("en", "US ")],
)
def test_hostile_text_is_read_in_linear_time(code: str, piece: str) -> None:
    assert growth(lambda n: read_places(piece * n, load(code)), 150) < 6
