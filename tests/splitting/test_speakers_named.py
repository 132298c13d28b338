"""Speakers by their name: beside their office, behind what they are, and pointed back to."""

from __future__ import annotations

import pytest

from workbench.facets.types import Clock
from workbench.splitting import split


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "وبيّن مدير الدائرة، المهندس كريم جاسم، أن النسبة بلغت 70 في المئة.",
            ["المهندس كريم جاسم"],
        ),
        ("قال فهد العتيلي، الرئيس التنفيذي للشركة، إن الأرباح ارتفعت.", ["فهد العتيلي"]),
        ("قال أحد السكان، ويدعى أبو علي: «سمعنا انفجاراً قوياً».", ["أبو علي"]),
        ("أكد محافظ المدينة علي الكرعاوي وصول المساعدات.", ["محافظ المدينة علي الكرعاوي"]),
        (
            "أفاد مصدر أمني بأن القوة اعتقلت قيادياً. وأكد المصدر ذاته أن العملية استغرقت ساعتين.",
            ["مصدر أمني", "مصدر أمني"],
        ),
        ("يرى خبراء أنه متأخر. أكد الوزير عدم نية الحكومة الانسحاب.", ["خبراء", "الوزير"]),
        ("Unions blamed Corvane. The company denied it knew.", ["", "company"]),
        (
            "MP Jo Farnsworth, whose mother is ill, called for a vote. She said it was late.",
            ["", "", "MP Jo Farnsworth"],
        ),
        (
            "وطالبت النائبة سارة كريم بإقالة المسؤولين، قائلة إن الأموال ضاعت.",
            ["النائبة سارة كريم"],
        ),
        (
            "Separately, policymaker Matthias Brandt said on Monday that cuts would be late, since "
            "inflation, at 3.4%, remained too high.",
            ["policymaker Matthias Brandt"] * 2,
        ),
        ("Egypt would receive 30 jets. Ministers must act, the charity said.", ["", "charity"]),
        ("واتهم رئيس النقابة الحكومة بالتهرب من التزاماتها.", [""]),
        ("وصف النائب كريم عواد الموازنة بأنها كارثية.", ["النائب كريم عواد"]),
        ("اعترف المتهم بالسرقة.", [""]),
        ("بحسب أرقام وزارة الزراعة، تراجع الإنتاج 12 في المئة.", ["وزارة الزراعة"]),
        ("وفقاً لتقديرات صندوق النقد الدولي، سينمو الاقتصاد.", ["صندوق النقد الدولي"]),
        ("بحسب تقرير صادر عن الأمم المتحدة، نزح مليون شخص.", ["الأمم المتحدة"]),
        ("قالت دراسة أعدتها جامعة الكويت إن الطلب سيتضاعف.", ["جامعة الكويت"]),
        ("قال شهود عيان تحدثوا إلى رويترز إن إطلاق النار استمر ساعتين.", ["شهود عيان"]),
        (
            "The Food Fund said prices had doubled. The agency needs money, it said.",
            ["Food Fund"] * 2,
        ),
        (
            "Halcyon Foods has been fined. The regulator, Ofcom, said that was right. "
            "The company said it would appeal.",
            ["", "Ofcom", "Halcyon Foods"],
        ),
        (
            "Shares in Nordvik Pharma fell. The company said it would appeal.",
            ["", "Nordvik Pharma"],
        ),
        ("Fines are understood to be considered, two officials have said.", ["two officials"]),
        ("Halden expects revenue to grow by 2% this year.", ["Halden"]),
        ("Monitors described the poll as largely peaceful.", ["Monitors"]),
        ("The Met Office (MO) announced that rain had fallen.", ["Met Office"]),
        (
            "Esther Kpodo refused to concede. Ms Kpodo says the count was wrong.",
            ["", "Esther Kpodo"],
        ),
        ("The firm denied the claim and said it had paid.", ["", "firm"]),
        ('Rao promised to cut tax, but the union called it "a joke".', ["Rao", ""]),
        ("ونفت الشركة التقارير عن تسريح 300 موظف.", ["الشركة"]),
        ("نفى الوزير صحة الأنباء المتداولة بشأن استقالته.", ["الوزير"]),
        ("يعاني السكان من الجوع، بحسب تقرير للأمم المتحدة صدر أمس.", ["الأمم المتحدة"]),
        (
            "وأكد مدير الطوارئ بالوزارة د. معتصم الطيب أن المستشفى خرج عن الخدمة.",
            ["مدير الطوارئ بالوزارة د. معتصم الطيب"],
        ),
        (
            "قال الأمين العام لوزارة التربية نضال العبداللات إن 11 مدرسة ستفتح أبوابها.",
            ["الأمين العام لوزارة التربية نضال العبداللات"],
        ),
        (
            "The Commissioner for Works, Mr Femi Bello, said the road was open.",
            ["Mr Femi Bello"],
        ),
        (
            "A spokesman for the brigades, Abu Tariq al-Dahham, said fighters had left.",
            ["Abu Tariq al-Dahham"],
        ),
        (
            "Health Minister Musa Tidjo visited Abeche. The minister said 40 patients had died.",
            ["", "Health Minister Musa Tidjo"],
        ),
        (
            "Chief executive Tom Bell resigned. The chief executive said he was tired.",
            ["", "Chief executive Tom Bell"],
        ),
        (
            "A footbridge in Leeds will stay shut. Cllr Maureen Oddy told the Courier that it was"
            " old, but she denied that inspections had been skipped.",
            ["", "Cllr Maureen Oddy", "Cllr Maureen Oddy"],
        ),
        (
            "وأعرب الوسيط القطري كريم عواد عن أسفه. وقال الوسيط إن الباب لم يغلق.",
            ["", "الوسيط القطري كريم عواد"],
        ),
        (
            "افتتح الوزير كريم عواد المعرض. وقال الوزير إن 40 شركة تشارك.",
            ["", "الوزير كريم عواد"],
        ),
        ("وصرح مدرب الفريق، المنصف الجزيري، بأن لاعبيه تعبوا.", ["المنصف الجزيري"]),
        ('"We lost the match," said the coach on Monday.', ["coach"]),
        ('"We lost," beamed the teenager.', ["teenager"]),
        ("The bridge is safe, said the mayor.", ["mayor"]),
        ("Researchers found that coffee cuts risk.", ["Researchers"]),
        ("وبحسب مصدر طبي، أصيب ثلاثة أشخاص.", ["مصدر طبي"]),
        ("بحسب الوزير، كريم جاسم، أصيب ثلاثة أشخاص.", ["كريم جاسم"]),
        ("وكتب الوزير على منصة إكس أن الاتفاق تم.", ["الوزير"]),
        (
            "وقال المشرف على الحملة كريم عواد إن الاتفاق تم.",
            ["المشرف على الحملة كريم عواد"],
        ),
        ("He dismissed two managers on Monday.", [""]),
        ("Ghana cut its output forecast for the season to 540,000 tons.", [""]),
    ],
)
def test_a_speaker_goes_by_the_name(text: str, speakers: list[str]) -> None:
    chains = [claim.attribution.chain for claim in split(text, Clock()).claims]
    assert [chain[0].name if chain else "" for chain in chains] == speakers
