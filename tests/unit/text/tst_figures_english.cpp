#include "text/figures.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::text;

namespace {

void add(const char *text, const char *figures)
{
    QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(figures);
}

QString described(const QString &text, const std::vector<Figure> &figures)
{
    QStringList parts;
    for (const Figure &figure : figures)
        parts += text.mid(figure.span.start, figure.span.length()) + u'=' + formatEnglish(figure) +
                 (figure.certain ? QString() : QStringLiteral("?"));
    return parts.join(QStringLiteral(" | "));
}

Amount amountOf(qint64 value, int exponent = 0, int magnitude = 0)
{
    return {{QString::number(value), exponent, false}, magnitude, false, value > 9999};
}

} // namespace

class EnglishFiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void figures_data();
    void figures();
    void sameValues_data();
    void sameValues();
    void styles();
    void formattedIsReadBack();
};

void EnglishFiguresTest::figures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("figures");
    add("1,234.5 tonnes", "1,234.5=1,234.5");
    add("3,000 people and 3.125", "3,000=3,000 | 3.125=3.125");
    add("twenty-seven countries", "twenty-seven=27");
    add("one hundred and five", "one hundred and five=105");
    add("two hundred thousand three hundred and one", "two hundred thousand three hundred and one=200,301");
    add("two nations, one people", "two=two | one=one?");
    add("1.8 billion dong, VND 1.8 billion",
        "1.8 billion dong=1.8 billion dong | VND 1.8 billion=1.8 billion dong");
    add("US$5 million, $5m, €3bn",
        "US$5 million=5 million US dollars | $5m=5 million US dollars | €3bn=3 billion euros");
    add("24m high", "24=24");
    add("half a million, one and a half million",
        "half a million=0.5 million | one and a half million=1.5 million");
    add("more than 1,100", "more than 1,100=more than 1,100");
    add("tens of thousands of people, several hundred, a few",
        "tens of thousands=tens of thousands | several hundred=several hundred | a few=several");
    add("5.2 per cent, 5%, 9-10 percent", "5.2 per cent=5.2% | 5%=5% | 9-10 percent=9-10%");
    add("0.3 percentage points", "0.3 percentage points=0.3 percentage points");
    add("from 5 to 7 million", "from 5 to 7 million=from 5 to 7 million");
    add("two-thirds, a third, 2/3", "two-thirds=two-thirds | a third=one third? | 2/3=2/3?");
    add("53rd meeting, fifty-third, the first", "53rd=53rd | fifty-third=53rd | first=1st");
    add("12 September 2020", "12 September 2020=12 September 2020");
    add("September 12, 2020", "September 12, 2020=12 September 2020");
    add("12th of September", "12th of September=12 September");
    add("9-12 September", "9-12 September=9-12 September");
    add("September 9-12, 2020", "September 9-12, 2020=9-12 September 2020");
    add("from 9 to 12 September", "from 9 to 12 September=from 9 to 12 September");
    add("29 November - 4 December", "29 November - 4 December=29 November - 4 December");
    add("8 and 9 September", "8 and 9 September=8 and 9 September");
    add("March-May 2021", "March-May 2021=March-May 2021");
    add("September 2020", "September 2020=September 2020");
    add("it may in May 2021 march", "May 2021=May 2021");
    add("in 2020, 2021-2025", "2020=2020 | 2021-2025=2021-2025");
    add("the 2021-2025 period", "2021-2025 period=the 2021-2025 period");
    add("the third quarter of 2020, Q3 2020",
        "third quarter of 2020=the third quarter of 2020 | Q3 2020=the third quarter of 2020");
    add("the first half of the year", "first half of the year=the first half of the year");
    add("the first six months of 2020", "first six months of 2020=the first six months of 2020");
    add("the 1990s, the 21st century", "1990s=the 1990s | 21st century=the 21st century");
    add("on Thursday", "Thursday=Thursday");
    add("7.30 p.m., 7:30pm, 19:30, 7 a.m.", "7.30 p.m.=19:30 | 7:30pm=19:30 | 19:30=19:30 | 7 a.m.=07:00");
    add("at 1930 GMT, 13.30 UTC", "1930=19:30 | 13.30=13:30");
    add("minus 5 degrees, 1961-90", "minus 5=-5 | 1961-90=1961-1990");
    add("won 2-1, COVID-19, G20, Resolution 1325, No. 5, 1.2.3", "");
    add("", "");
}

void EnglishFiguresTest::figures()
{
    QFETCH(QString, text);
    QFETCH(QString, figures);
    QCOMPARE(described(text, englishFigures(text)), figures);
}

void EnglishFiguresTest::sameValues_data()
{
    QTest::addColumn<QString>("vietnamese");
    QTest::addColumn<QString>("english");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *vietnamese, const char *english, bool same) {
        QTest::addRow("%s / %s", vietnamese, english)
            << QString::fromUtf8(vietnamese) << QString::fromUtf8(english) << same;
    };
    row("1,8 tỷ đồng", "1,800 million dong", true);
    row("1,8 tỷ đồng", "1.8 million dong", false);
    row("1,8 tỷ đồng", "1.8 billion US dollars", false);
    row("1.100", "1,100", true);
    row("1.100", "1.1", false);
    row("hai mươi bảy", "27", true);
    row("gần 5.000", "4,980", true);
    row("gần 5.000", "2,500", false);
    row("5.000", "4,980", false);
    row("hàng chục nghìn", "tens of thousands", true);
    row("hàng chục nghìn", "hundreds", false);
    row("vài", "a few", true);
    row("9-10%", "9 to 10 per cent", true);
    row("9-10%", "9 per cent", false);
    row("5%", "5 percentage points", false);
    row("lần thứ năm", "fifth", true);
    row("lần thứ 5", "6th", false);
    row("tầng 65", "65th", true);
    row("ngày 12/9", "12 September 2020", true);
    row("ngày 12/9/2021", "12 September 2020", false);
    row("ngày 12/9", "9 December", false);
    row("từ ngày 9 đến 12/9", "9-12 September", true);
    row("năm 2022", "2022", true);
    row("năm 2022", "2021", false);
    row("giai đoạn 2021-2025", "2021-2025", true);
    row("nửa đầu năm 2020", "the first six months of 2020", true);
    row("nửa đầu năm 2020", "the second half of 2020", false);
    row("quý III", "the third quarter of 2020", true);
    row("quý III/2019", "the third quarter of 2020", false);
    row("thập niên 90", "1990s", true);
    row("thứ Năm", "Thursday", true);
    row("thứ Năm", "Friday", false);
    row("19h30", "7.30 p.m.", true);
    row("hai phần ba", "two-thirds", true);
    row("thế kỷ XXI", "21st century", true);
}

void EnglishFiguresTest::sameValues()
{
    QFETCH(QString, vietnamese);
    QFETCH(QString, english);
    QFETCH(bool, same);
    const std::vector<Figure> source = vietnameseFigures(vietnamese);
    const std::vector<Figure> target = englishFigures(english);
    QCOMPARE(source.size(), size_t(1));
    QCOMPARE(target.size(), size_t(1));
    QCOMPARE(sameValue(source[0], target[0]), same);
    QCOMPARE(sameValue(target[0], source[0]), same);
}

void EnglishFiguresTest::styles()
{
    const auto english = [](const char *vietnamese, const FigureStyle &style) {
        const std::vector<Figure> figures = vietnameseFigures(QString::fromUtf8(vietnamese));
        return figures.empty() ? QString() : formatEnglish(figures.front(), style);
    };
    FigureStyle style;
    style.currencyCode = true;
    QCOMPARE(english("1,8 tỷ đồng", style), QStringLiteral("VND 1.8 billion"));
    style.twelveHours = true;
    QCOMPARE(english("19h30", style), QStringLiteral("7.30 p.m."));
    QCOMPARE(english("0h", style), QStringLiteral("12 a.m."));
    style.article = false;
    QCOMPARE(english("quý III", style), QStringLiteral("third quarter"));
    style.spellSmall = false;
    QCOMPARE(english("hai nước", style), QStringLiteral("2"));
    QCOMPARE(english("5,6%", style), QStringLiteral("5.6%"));
    style.percentInWords = true;
    QCOMPARE(english("5,6%", style), QStringLiteral("5.6 per cent"));
    QCOMPARE(english("ngày 10/9/2025", style), QStringLiteral("10 September 2025"));
    style.monthFirst = true;
    QCOMPARE(english("ngày 10/9/2025", style), QStringLiteral("September 10, 2025"));
    QCOMPARE(english("ngày 10/9", style), QStringLiteral("September 10"));
    QCOMPARE(english("tháng 9/2025", style), QStringLiteral("September 2025"));
    QCOMPARE(english("từ ngày 9 đến ngày 12/9/2020", style), QStringLiteral("from September 9 to 12, 2020"));
    QCOMPARE(english("từ ngày 29/11 đến ngày 4/12/2020", style),
             QStringLiteral("from November 29 to December 4, 2020"));
}

namespace {

/// A figure of any kind with random values.
Figure randomFigure(QRandomGenerator &random)
{
    Figure figure;
    figure.kind = static_cast<FigureKind>(random.bounded(9));
    const Joint joints[] = {Joint::Single, Joint::Dash, Joint::To, Joint::FromTo};
    figure.joint = joints[random.bounded(4)];
    switch (figure.kind) {
    case FigureKind::Number:
    case FigureKind::Percent:
    case FigureKind::Money: {
        const int magnitudes[] = {0, 3, 6, 9, 12};
        const int magnitude = magnitudes[random.bounded(5)];
        const int value = random.bounded(2, 5000);
        figure.from = amountOf(value, -random.bounded(3), magnitude);
        figure.to = figure.joint == Joint::Single ? Amount() : amountOf(value * 7, 0, magnitude);
        figure.unit = figure.kind == FigureKind::Percent ? QStringLiteral("%") : QString();
        if (figure.kind == FigureKind::Money)
            figure.unit = random.bounded(2) == 0 ? QStringLiteral("VND") : QStringLiteral("USD");
        if (random.bounded(3) == 0)
            figure.approximation = Approximation::MoreThan;
        break;
    }
    case FigureKind::Fraction:
        figure.joint = Joint::Single;
        figure.from = amountOf(random.bounded(2, 9));
        figure.to = amountOf(random.bounded(13, 99));
        break;
    case FigureKind::Ordinal:
        figure.joint = Joint::Single;
        figure.from = amountOf(random.bounded(1, 400));
        break;
    case FigureKind::Date:
        figure.first = {random.bounded(1, 14), random.bounded(1, 13), 2020};
        if (figure.joint != Joint::Single)
            figure.last = {random.bounded(15, 29), figure.first.month, 2020 + random.bounded(2)};
        break;
    case FigureKind::Period:
        figure.joint = Joint::Single;
        figure.period = random.bounded(2) == 0 ? PeriodKind::Quarter : PeriodKind::Century;
        figure.index = random.bounded(1, 5);
        figure.first.year = figure.period == PeriodKind::Quarter ? 2021 : 0;
        break;
    case FigureKind::Weekday:
        figure.joint = Joint::Single;
        figure.index = random.bounded(1, 8);
        break;
    case FigureKind::Time:
        figure.begins = {random.bounded(12), random.bounded(60)};
        if (figure.joint != Joint::Single)
            figure.ends = {random.bounded(12, 24), random.bounded(60)};
        break;
    }
    return figure;
}

} // namespace

void EnglishFiguresTest::formattedIsReadBack()
{
    QRandomGenerator random(1945);
    FigureStyle code;
    code.currencyCode = true;
    for (int round = 0; round < 5000; ++round) {
        const Figure figure = randomFigure(random);
        const FigureStyle style = random.bounded(2) == 0 ? FigureStyle() : code;
        const QString english = formatEnglish(figure, style);
        const std::vector<Figure> read = englishFigures(english);
        const QString report = QString::number(int(figure.kind)) + u' ' + english;
        QVERIFY2(read.size() == 1, qPrintable(report));
        QVERIFY2(sameValue(read[0], figure), qPrintable(report));
        if (figure.kind != FigureKind::Period) // "the" stands before the period
            QCOMPARE(read[0].span.start, qsizetype(0));
        QCOMPARE(read[0].span.end, english.size());
    }
}

QTEST_APPLESS_MAIN(EnglishFiguresTest)
#include "tst_figures_english.moc"
