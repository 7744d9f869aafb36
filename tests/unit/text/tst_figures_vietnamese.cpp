#include "text/figures.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::text;

namespace {

/// "Kind:surface=English", with ? where in doubt and ! where mistyped; figures parted by " | ".
QString described(const QString &text, const std::vector<Figure> &figures)
{
    static const char *const kinds[] = {"Number", "Percent", "Money",   "Fraction", "Ordinal",
                                        "Date",   "Period",  "Weekday", "Time"};
    QStringList parts;
    for (const Figure &figure : figures) {
        const QString surface = text.mid(figure.span.start, figure.span.length());
        parts += QLatin1String(kinds[static_cast<int>(figure.kind)]) + u':' + surface + u'=' +
                 formatEnglish(figure) + (figure.certain ? QString() : QStringLiteral("?")) +
                 (figure.malformed ? QStringLiteral("!") : QString());
    }
    return parts.join(QStringLiteral(" | "));
}

void add(const char *text, const char *figures)
{
    QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(figures);
}

} // namespace

class VietnameseFiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void numbers_data();
    void numbers() { check(); }
    void ordinals_data();
    void ordinals() { check(); }
    void dates_data();
    void dates() { check(); }
    void periods_data();
    void periods() { check(); }
    void times_data();
    void times() { check(); }
    void noFigures_data();
    void noFigures() { check(); }
    void spellings();
    void numberWords_data();
    void numberWords();
    void everyNumberInWords();
    void spansAreSoundOnRandomText();
    void longTextsAreRead();

private:
    static void columns()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("figures");
    }
    static void check()
    {
        QFETCH(QString, text);
        QFETCH(QString, figures);
        QCOMPARE(described(text, vietnameseFigures(text)), figures);
    }
};

void VietnameseFiguresTest::numbers_data()
{
    columns();
    add("có 27 nước dự", "Number:27=27");
    add("36, 37", "Number:36=36 | Number:37=37");
    add("04 hoạt động", "Number:04=4");
    add("1.234 người", "Number:1.234=1,234");
    add("1.234,5 tấn", "Number:1.234,5=1,234.5");
    add("1.234.567,89", "Number:1.234.567,89=1,234,567.89");
    add("1,5", "Number:1,5=1.5");
    add("0,125", "Number:0,125=0.125");
    add("3,000 người", "Number:3,000=3,000?");
    add("1,234,567.8", "Number:1,234,567.8=1,234,567.8");
    add("bản 4.0", "Number:4.0=4.0?");
    add("70. 000 người", "Number:70. 000=70,000?!");
    add("12 000 000 tấn", "Number:12 000 000=12,000,000");
    add("5 triệu, 1.500 tỷ", "Number:5 triệu=5 million | Number:1.500 tỷ=1.5 trillion");
    add("20 nghìn, 3 vạn", "Number:20 nghìn=20,000 | Number:3 vạn=30,000");
    add("100 nghìn tỷ đồng", "Money:100 nghìn tỷ đồng=100 trillion dong");
    add("1 triệu rưỡi", "Number:1 triệu rưỡi=1.5 million");
    add("hơn 1.100 hộ", "Number:hơn 1.100=more than 1,100");
    add("gần 5.000; khoảng 20; ít nhất 19; chưa đầy 10",
        "Number:gần 5.000=nearly 5,000 | Number:khoảng 20=about 20 | Number:ít nhất 19=at least 19 | "
        "Number:chưa đầy 10=less than 10");
    add("trên 3 trụ cột", "Number:3=3");
    add("trên 500 đại biểu", "Number:trên 500=more than 500");
    add("cao hơn 5%", "Percent:5%=5%");
    add("từ 10% trở lên", "Percent:10% trở lên=at least 10%");
    add("-2,5%", "Percent:-2,5%=-2.5%");
    add("9-10%", "Percent:9-10%=9-10%");
    add("5,2 phần trăm", "Percent:5,2 phần trăm=5.2%");
    add("12,345%", "Percent:12,345%=12.345%");
    add("0,3 điểm phần trăm", "Percent:0,3 điểm phần trăm=0.3 percentage points");
    add("từ 5 đến 7 triệu USD", "Money:từ 5 đến 7 triệu USD=from 5 to 7 million US dollars");
    add("2-3 ngày", "Number:2-3=2-3");
    add("9-10", "Number:9-10=9-10?");
    add("1,8 tỷ đồng", "Money:1,8 tỷ đồng=1.8 billion dong");
    add("50 triệu đô la Mỹ", "Money:50 triệu đô la Mỹ=50 million US dollars");
    add("2 triệu đô-la Úc", "Money:2 triệu đô-la Úc=2 million Australian dollars");
    add("US$5 triệu", "Money:US$5 triệu=5 million US dollars");
    add("VND 500.000", "Money:VND 500.000=500,000 dong");
    add("100 tỷ yên, 3 triệu euro, 200 nhân dân tệ",
        "Money:100 tỷ yên=100 billion yen | Money:3 triệu euro=3 million euros | "
        "Money:200 nhân dân tệ=200 yuan");
    add("hai mươi bảy thành viên", "Number:hai mươi bảy=27");
    add("một trăm linh năm", "Number:một trăm linh năm=105");
    add("hai nước", "Number:hai=two");
    add("một nước", "Number:một=one?");
    add("năm nước", "Number:năm=five?");
    add("Năm ngư dân, Năm nay", "Number:Năm=five?");
    add("âm 5 độ", "Number:âm 5=-5");
    add("109\u00A0250 người", "Number:109\u00A0250=109,250");
    add("(BA), bốn bảng đấu", "Number:bốn=four");
    add("hai mươi năm qua", "Number:hai mươi=20");
    add("hai năm rưỡi", "Number:hai=two?");
    add("hai phẩy năm triệu", "Number:hai phẩy năm triệu=2.5 million");
    add("hàng chục nghìn người", "Number:hàng chục nghìn=tens of thousands");
    add("vài trăm người, vài nước", "Number:vài trăm=several hundred | Number:vài=several");
    add("nửa triệu", "Number:nửa triệu=0.5 million");
    add("hơn một nửa", "Fraction:hơn một nửa=more than half");
    add("hai phần ba", "Fraction:hai phần ba=two-thirds");
    add("2/3 số nước", "Fraction:2/3=2/3");
    add("15/15 thành viên", "Fraction:15/15=15/15");
}

void VietnameseFiguresTest::ordinals_data()
{
    columns();
    add("lần thứ 53", "Ordinal:lần thứ 53=53rd");
    add("lần thứ 11, lần thứ 21, lần thứ 102",
        "Ordinal:lần thứ 11=11th | Ordinal:lần thứ 21=21st | Ordinal:lần thứ 102=102nd");
    add("lần thứ năm", "Ordinal:lần thứ năm=5th");
    add("lần thứ Tư", "Ordinal:lần thứ Tư=4th");
    add("lần thứ nhất", "Ordinal:lần thứ nhất=1st");
    add("lần thứ hai mươi mốt", "Ordinal:lần thứ hai mươi mốt=21st");
    add("lần thứ XIV", "Ordinal:lần thứ XIV=14th");
    add("khóa XIII, khoá 15", "Ordinal:khóa XIII=13th | Ordinal:khoá 15=15th");
    add("Kỳ họp thứ 8, kỳ họp thứ Năm", "Ordinal:thứ 8=8th | Ordinal:thứ Năm=5th");
    add("Đại hội XIV, Đại hội Đảng XIII", "Ordinal:XIV=14th | Ordinal:XIII=13th");
    add("lần thứ tám mươi", "Ordinal:lần thứ tám mươi=80th");
    add("bên thứ ba", "Ordinal:thứ ba=3rd");
    add("lần đầu tiên", "Ordinal:đầu tiên=1st?");
    add("Thứ nhất, cần", "Ordinal:Thứ nhất=1st?");
    add("Thứ Hai, thứ Năm, thứ Bảy", "Weekday:Thứ Hai=Monday | Weekday:thứ Năm=Thursday | "
                                     "Weekday:thứ Bảy=Saturday");
    add("thứ Sáu (11/9)", "Weekday:thứ Sáu=Friday | Date:11/9=11 September");
    add("thứ 5 ngày 9/1", "Weekday:thứ 5=Thursday | Date:ngày 9/1=9 January");
    add("sáng thứ tư", "Weekday:thứ tư=Wednesday");
    add("Chủ nhật, chủ nhật, Chủ Nhật", "Weekday:Chủ nhật=Sunday | Weekday:chủ nhật=Sunday | "
                                        "Weekday:Chủ Nhật=Sunday");
    add("dân chủ Nhật Bản", "");
    add("vào ngày thứ sáu", "Weekday:thứ sáu=Friday?");
    add("ngày thứ hai của", "Ordinal:thứ hai=2nd?");
    add("nội dung thứ năm", "Ordinal:thứ năm=5th?");
}

void VietnameseFiguresTest::dates_data()
{
    columns();
    add("ngày 14/4/2020", "Date:ngày 14/4/2020=14 April 2020");
    add("Ngày 01/12/2020.", "Date:Ngày 01/12/2020=1 December 2020");
    add("hôm 8/9", "Date:hôm 8/9=8 September");
    add("tối 9/9, sáng ngày 10/9", "Date:9/9=9 September | Date:ngày 10/9=10 September");
    add("(10/9)", "Date:10/9=10 September");
    add("chiều nay, 14/1", "Date:14/1=14 January");
    add("7/9", "Date:7/9=7 September?");
    add("18/5", "Date:18/5=18 May");
    add("31/4/2020", "");
    add("ngày 29/2/2021", "");
    add("ngày 29/2", "Date:ngày 29/2=29 February");
    add("9-12/9", "Date:9-12/9=9-12 September");
    add("29/11-4/12", "Date:29/11-4/12=29 November - 4 December");
    add("ngày 29/11 – 4/12/2021", "Date:ngày 29/11 – 4/12/2021=29 November - 4 December 2021");
    add("29/12/2020-2/1/2021", "Date:29/12/2020-2/1/2021=29 December 2020 - 2 January 2021");
    add("ngày 18-19/1/2022", "Date:ngày 18-19/1/2022=18-19 January 2022");
    add("từ ngày 9 đến 12/9", "Date:từ ngày 9 đến 12/9=from 9 to 12 September");
    add("từ 9-12/9", "Date:từ 9-12/9=from 9 to 12 September");
    add("ngày 28/8 đến ngày 5/9", "Date:ngày 28/8 đến ngày 5/9=28 August to 5 September");
    add("ngày 8 và 9/9", "Date:ngày 8 và 9/9=8 and 9 September");
    add("ngày 8/9 và 10/9", "Date:ngày 8/9=8 September | Date:10/9=10 September");
    add("ngày 13-1", "Date:ngày 13-1=13 January");
    add("13-1-2021", "Date:13-1-2021=13 January 2021");
    add("ngày 9-12", "Date:ngày 9-12=9 December?");
    add("10.9.2020", "Date:10.9.2020=10 September 2020");
    add("ngày 21//01", "Date:ngày 21//01=21 January!");
    add("ngày 15", "Date:ngày 15=the 15th?");
    add("ngày 2 tháng 9 năm 1945", "Date:ngày 2 tháng 9 năm 1945=2 September 1945");
    add("ngày mùng 2 tháng 9", "Date:ngày mùng 2 tháng 9=2 September");
    add("ngày mùng 1 tháng Giêng", "Date:ngày mùng 1 tháng Giêng=1 January?");
    add("ngày mồng hai tháng chín", "Date:ngày mồng hai tháng chín=2 September");
    add("vào 24 tháng Tám", "Date:24 tháng Tám=24 August");
    add("trong 6 tháng 9 ngày", "Date:6 tháng 9=6 September?");
    add("tháng 9/2020, tháng 9-2020, tháng 9 năm 2020",
        "Date:tháng 9/2020=September 2020 | Date:tháng 9-2020=September 2020 | "
        "Date:tháng 9 năm 2020=September 2020");
    add("tháng Tám", "Date:tháng Tám=August");
    add("tháng Mười Hai", "Date:tháng Mười Hai=December");
    add("tháng Năm 2006", "Date:tháng Năm 2006=May 2006");
    add("tháng 3-5/2021", "Date:tháng 3-5/2021=March-May 2021");
    add("từ tháng 3 đến tháng 5", "Date:từ tháng 3 đến tháng 5=from March to May");
    add("tháng 3/1996-3/2021", "Date:tháng 3/1996-3/2021=March 1996 - March 2021");
    add("tháng 13", "Number:13=13");
    add("năm 2020", "Date:năm 2020=2020");
    add("2021-2025", "Date:2021-2025=2021-2025");
    add("từ năm 2016 đến năm 2020", "Date:từ năm 2016 đến năm 2020=from 2016 to 2020");
    add("1961-90, 1500-2000 người", "Date:1961-90=1961-1990 | Number:1500-2000=1500-2000");
    add("năm 2011/2012", "Date:năm 2011/2012=2011-2012");
    add("10 tháng", "Number:10=10");
}

void VietnameseFiguresTest::periods_data()
{
    columns();
    add("quý III", "Period:quý III=the third quarter");
    add("quý 3/2021, quý IV năm 2020",
        "Period:quý 3/2021=the third quarter of 2021 | Period:quý IV năm 2020=the fourth quarter of 2020");
    add("cao quý, quý vị", "");
    add("nửa đầu năm 2020", "Period:nửa đầu năm 2020=the first half of 2020");
    add("nửa cuối năm", "Period:nửa cuối năm=the second half of the year");
    add("6 tháng đầu năm 2020", "Period:6 tháng đầu năm 2020=the first six months of 2020");
    add("ba tháng đầu tiên của năm 2005",
        "Period:ba tháng đầu tiên của năm 2005=the first three months of 2005");
    add("chín tháng đầu năm", "Period:chín tháng đầu năm=the first nine months of the year");
    add("thế kỷ 21, thế kỷ XX, thế kỷ thứ 8",
        "Period:thế kỷ 21=the 21st century | Period:thế kỷ XX=the 20th century | "
        "Period:thế kỷ thứ 8=the 8th century");
    add("những năm 1990", "Period:những năm 1990=the 1990s");
    add("thập niên 90", "Period:thập niên 90=the 90s?");
    add("thập niên 90 của thế kỷ trước", "Period:thập niên 90 của thế kỷ trước=the 1990s");
    add("giai đoạn 2021-2025", "Period:giai đoạn 2021-2025=the 2021-2025 period");
    add("nhiệm kỳ 2016 - 2021", "Period:nhiệm kỳ 2016 - 2021=the 2016-2021 term");
    add("năm học 2020-2021", "Period:năm học 2020-2021=the 2020-2021 school year");
}

void VietnameseFiguresTest::times_data()
{
    columns();
    add("19h30 ngày 3/3", "Time:19h30=19:30 | Date:ngày 3/3=3 March");
    add("sau 13h00", "Time:13h00=13:00");
    add("9h", "Time:9h=09:00");
    add("8 giờ 30, 8 giờ 5 phút, 7 giờ rưỡi",
        "Time:8 giờ 30=08:30 | Time:8 giờ 5 phút=08:05 | Time:7 giờ rưỡi=07:30");
    add("lúc 20 giờ", "Time:20 giờ=20:00");
    add("3 giờ chiều", "Time:3 giờ chiều=15:00");
    add("12 giờ sáng", "Time:12 giờ sáng=00:00");
    add("11 giờ đêm", "Time:11 giờ đêm=23:00");
    add("khoảng 10:15", "Time:10:15=10:15");
    add("9h30-11h00", "Time:9h30-11h00=09:30-11:00");
    add("từ 8 giờ đến 10 giờ", "Time:từ 8 giờ đến 10 giờ=from 08:00 to 10:00");
    add("trong 24 giờ qua", "Number:24=24");
    add("mạng 4G", "");
}

void VietnameseFiguresTest::noFigures_data()
{
    columns();
    add("", "");
    add("COVID-19, G20, ASEAN+3, F1, U23, Su-30", "");
    add("Nghị quyết 1325, Công ước 1982", "");
    add("số 03/2009/TT-BNG, 25-NQ/TW", "");
    add("gọi 024 3799 3000", "");
    add("thắng 2-1, đá 4-4-2", "");
    add("bản 1.2.3", "");
    add("Ba Lan, Hai Bà Trưng", "");
    add("chín muồi, Mi-an-ma, Xan-ba-ba", "");
    add("đầu tư, không, bình yên, hội đồng", "");
    add("5 đồng chí, 2 tỷ phú", "Number:5=5 | Number:2=2");
    add("trong số 27 nước", "Number:27=27");
}

void VietnameseFiguresTest::spellings()
{
    const QString text =
        QStringLiteral("Từ ngày 9 đến 12/9, lần thứ năm, hơn 1,8 tỷ đồng, quý III/2020, khoá XV");
    const std::vector<Figure> plain = vietnameseFigures(text);
    QCOMPARE(plain.size(), size_t(5));
    QStringList variants = {
        text.normalized(QString::NormalizationForm_D), QString(text).replace(u' ', u'\u00A0'),
        QString(text).replace(QStringLiteral(" "), QStringLiteral(" \n  ")),
        QString(text).replace(QStringLiteral("khoá"), QStringLiteral("khóa")),
        QStringLiteral("TỪ NGÀY 9 ĐẾN 12/9, LẦN THỨ NĂM, HƠN 1,8 TỶ ĐỒNG, QUÝ III/2020, KHOÁ XV")};
    for (const QString &variant : variants) {
        const std::vector<Figure> figures = vietnameseFigures(variant);
        QCOMPARE(figures.size(), plain.size());
        for (size_t i = 0; i < figures.size(); ++i) {
            QVERIFY2(sameValue(figures[i], plain[i]), qPrintable(variant));
            QCOMPARE(formatEnglish(figures[i]), formatEnglish(plain[i]));
            const auto folded = [](const QString &of, const Figure &figure) {
                return of.mid(figure.span.start, figure.span.length())
                    .normalized(QString::NormalizationForm_C)
                    .simplified()
                    .toLower()
                    .replace(QStringLiteral("khoá"), QStringLiteral("khóa"));
            };
            QCOMPARE(folded(variant, figures[i]), folded(text, plain[i]));
        }
    }
}

void VietnameseFiguresTest::numberWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<qint64>("value"); // -1: none
    const auto row = [](const char *words, qint64 value) {
        QTest::newRow(words) << QString::fromUtf8(words) << value;
    };
    row("không", 0);
    row("năm", 5);
    row("mười", 10);
    row("mười lăm", 15);
    row("hai mươi mốt", 21);
    row("hai mươi tư", 24);
    row("hai lăm", 25);
    row("ba mươi nhăm", 35);
    row("năm mươi lăm", 55);
    row("Một trăm lẻ tư", 104);
    row("sáu trăm", 600);
    row("một nghìn không trăm linh một", 1001);
    row("hai ngàn lẻ năm", 2005);
    row("một nghìn chín trăm bốn mươi lăm", 1945);
    row("ba vạn", 30'000);
    row("năm trăm nghìn tỷ", 500'000'000'000'000);
    row("một triệu rưỡi", 1'500'000);
    row("hai trăm rưỡi", 250);
    row("", -1);
    row("mươi", -1);
    row("hai ba", -1);
    row("hai mươi năm", -1);
    row("trăm", -1);
    row("một nghìn hai triệu", -1);
    row("27", -1);
}

void VietnameseFiguresTest::numberWords()
{
    QFETCH(QString, words);
    QFETCH(qint64, value);
    QCOMPARE(vietnameseNumber(words).value_or(-1), value);
    QCOMPARE(vietnameseNumber(words.normalized(QString::NormalizationForm_D)).value_or(-1), value);
}

namespace {

/// The generator that is the oracle: Vietnamese number words in the northern or the southern style.
struct Speller
{
    bool south = false;

    [[nodiscard]] QString digit(int value) const
    {
        static const char *const words[] = {"không", "một", "hai", "ba",  "bốn",
                                            "năm",   "sáu", "bảy", "tám", "chín"};
        return QString::fromUtf8(words[value]);
    }

    [[nodiscard]] QString tail(int value, bool tens) const
    {
        if (value == 5)
            return south && tens ? QStringLiteral("nhăm") : QStringLiteral("lăm");
        if (value == 1 && tens)
            return QStringLiteral("mốt");
        return value == 4 && tens && !south ? QStringLiteral("tư") : digit(value);
    }

    [[nodiscard]] QString below1000(int value, bool full) const
    {
        QStringList parts;
        const int hundreds = value / 100;
        const int rest = value % 100;
        if (hundreds > 0 || full)
            parts += digit(hundreds) + QStringLiteral(" trăm");
        if (rest >= 20)
            parts += digit(rest / 10) + QStringLiteral(" mươi");
        else if (rest >= 10)
            parts += QStringLiteral("mười");
        if (rest % 10 > 0 && rest >= 10)
            parts += tail(rest % 10, rest >= 20);
        else if (rest > 0 && rest < 10)
            parts += (parts.isEmpty() ? QString()
                      : south         ? QStringLiteral("lẻ ")
                                      : QStringLiteral("linh ")) +
                     digit(rest);
        return parts.join(u' ');
    }

    [[nodiscard]] QString spell(int value) const
    {
        if (value == 0)
            return digit(0);
        QStringList parts;
        const std::pair<int, QString> scales[] = {
            {1'000'000, QStringLiteral(" triệu")},
            {1'000, south ? QStringLiteral(" ngàn") : QStringLiteral(" nghìn")},
            {1, QString()}};
        for (const auto &[scale, word] : scales) {
            if (const int group = value / scale % 1000; group > 0)
                parts += below1000(group, !parts.isEmpty()) + word;
        }
        return parts.join(u' ');
    }
};

} // namespace

void VietnameseFiguresTest::everyNumberInWords()
{
    QRandomGenerator random(53);
    for (int round = 0; round < 3500; ++round) {
        const int value = round < 1200 ? round : random.bounded(1'000'000'000);
        for (const bool south : {false, true}) {
            const QString words = Speller{south}.spell(value);
            const std::optional<qint64> read = vietnameseNumber(words);
            QVERIFY2(read == value, qPrintable(words + u' ' + QString::number(read.value_or(-1))));
        }
    }
}

void VietnameseFiguresTest::spansAreSoundOnRandomText()
{
    QRandomGenerator random(9);
    const QStringList parts{
        QStringLiteral("ngày"), QStringLiteral("tháng"),  QStringLiteral("năm"),  QStringLiteral("từ"),
        QStringLiteral("đến"),  QStringLiteral("thứ"),    QStringLiteral("lần"),  QStringLiteral("hai"),
        QStringLiteral("mươi"), QStringLiteral("trăm"),   QStringLiteral("tỷ"),   QStringLiteral("đồng"),
        QStringLiteral("12"),   QStringLiteral("2020"),   QStringLiteral("9"),    QStringLiteral("/"),
        QStringLiteral("-"),    QStringLiteral("."),      QStringLiteral(","),    QStringLiteral("%"),
        QStringLiteral("XIV"),  QStringLiteral("h"),      QStringLiteral("$"),    QStringLiteral("hơn"),
        QStringLiteral("😀"),    QStringLiteral("\u0301"), QStringLiteral("nửa"),  QStringLiteral("đầu"),
        QStringLiteral("quý"),  QStringLiteral("giờ"),    QStringLiteral("phần"), QStringLiteral("(")};
    for (int round = 0; round < 8000; ++round) {
        QString text;
        for (int i = random.bounded(10); i >= 0; --i) {
            text += parts[random.bounded(parts.size())];
            text += random.bounded(3) == 0 ? QString() : QStringLiteral(" ");
        }
        qsizetype end = 0;
        for (const Figure &figure : vietnameseFigures(text)) {
            QVERIFY2(figure.span.start >= end && !figure.span.isEmpty() && figure.span.end <= text.size(),
                     qPrintable(text));
            end = figure.span.end;
            QVERIFY2(sameValue(figure, figure), qPrintable(text));
            const QString surface = text.mid(figure.span.start, figure.span.length());
            QCOMPARE(surface, surface.trimmed());
        }
        for (const Figure &figure : englishFigures(text))
            QVERIFY2(!figure.span.isEmpty() && figure.span.end <= text.size(), qPrintable(text));
    }
}

void VietnameseFiguresTest::longTextsAreRead()
{
    QVERIFY(vietnameseFigures(QString(200'000, u'7')).empty());
    QCOMPARE(vietnameseFigures(QStringLiteral("1.").repeated(50'000)).size(), size_t(0));
    QCOMPARE(vietnameseFigures(QStringLiteral("lần thứ 5 ").repeated(10'000)).size(), size_t(10'000));
    vietnameseFigures(QStringLiteral("hai nghìn ").repeated(20'000));
    vietnameseFigures(QStringLiteral("9-").repeated(50'000));
}

QTEST_APPLESS_MAIN(VietnameseFiguresTest)
#include "tst_figures_vietnamese.moc"
