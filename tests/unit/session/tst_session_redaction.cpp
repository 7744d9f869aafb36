// What is taken out of a text before a service gets it, and what is put back.
#include "session/redaction.h"

#include "text/figures.h"
#include "text/term_key.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <algorithm>

using namespace verbale;
using namespace verbale::session;
using namespace Qt::StringLiterals;

namespace {

const QByteArray secretTerms = "vi\ten\tstatus\n"
                               "Chiến dịch Hoa Sen\tOperation Lotus\tpreferred\n"
                               "Hoa Sen Trắng\tWhite Lotus\tpreferred\n"
                               "Kế hoạch Z\tPlan Z\tforbidden\n"
                               "nguồn tin mật\tconfidential source\tpreferred\n";

SegmentText segmentOf(const QString &source)
{
    SegmentText text{u"f1/u1/s1"_s, 3, source, u"an old target"_s};
    for (qsizetype i = 0; i < source.count(QChar(0xFFFC)); ++i)
        text.codes.append({SegmentCode::Kind::Standalone, static_cast<int>(i) + 1, u"<b/>"_s});
    return text;
}

/// A service that gives back what it was sent.
Translation echoOf(const RedactedSegment &segment)
{
    Translation translation;
    translation.segmentId = segment.text.id;
    translation.text = segment.text.source;
    for (qsizetype i = 0; i < segment.text.codes.size(); ++i)
        translation.codes.append(i);
    return translation;
}

} // namespace

class tst_SessionRedaction : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void whatIsTakenOut_data();
    void whatIsTakenOut();
    void nothingIsLeftInAnySpelling_data();
    void nothingIsLeftInAnySpelling();
    void codesStayInTheirPlaces();
    void theTermsOfTheRestMove();
    void placesMayMove();
    void whatIsLostIsRefused_data();
    void whatIsLostIsRefused();
    void spacesAndEndings_data();
    void spacesAndEndings();
    void glossaryEnglishOfPersons();
    void telltaleTerms();
    void foreignNamesAreRemarked();
    void namesOfTheDocument();
    void randomTextsComeBack();
    void rulesOfTheSettings_data();
    void rulesOfTheSettings();
    void rulesOfTheCommandLine();
    void whatCannotBeReadIsRefused();

private:
    [[nodiscard]] std::shared_ptr<const Redactor> redactor(bool persons, bool figures, bool terms) const
    {
        const auto loaded = Redactor::load({persons, figures, terms ? QStringList{m_terms} : QStringList()},
                                           u"vi"_s, u"en"_s);
        return loaded ? *loaded : nullptr;
    }

    QTemporaryDir m_folder;
    QString m_terms;
};

void tst_SessionRedaction::initTestCase()
{
    m_terms = m_folder.filePath(u"secret.tsv"_s);
    QFile file(m_terms);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(secretTerms) == secretTerms.size());
}

void tst_SessionRedaction::whatIsTakenOut_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("sent"); ///< "_" for what was taken out
    QTest::addColumn<QString>("back"); ///< after an echo
    const auto add = [](const char *source, const char *sent, const char *back) {
        QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(sent)
                              << QString::fromUtf8(back);
    };
    add("Hai bên hội đàm.", "Hai bên hội đàm.", "Hai bên hội đàm.");
    add("Thủ tướng Nguyễn Văn An tiếp Đại sứ John Smith.", "Thủ tướng _ tiếp Đại sứ _.",
        "Thủ tướng Nguyễn Văn An tiếp Đại sứ John Smith.");
    add("Kim ngạch đạt 1.500 tấn.", "Kim ngạch đạt _ tấn.", "Kim ngạch đạt 1,500 tấn.");
    add("Kim ngạch đạt 12,5 tỷ USD.", "Kim ngạch đạt _.", "Kim ngạch đạt 12.5 billion US dollars.");
    add("Ngày 12/9/2025, hai nước ký.", "_, hai nước ký.", "12 September 2025, hai nước ký.");
    add("Hội nghị lần thứ 10 và lần thứ hai.", "Hội nghị lần thứ _ và lần thứ hai.",
        "Hội nghị lần thứ 10th và lần thứ hai.");
    add("Nghị định 03/2009/TT-BNG có hiệu lực.", "Nghị định _ có hiệu lực.",
        "Nghị định 03/2009/TT-BNG có hiệu lực.");
    add("Gọi +84 24 3799 2000 (máy lẻ 12).", "Gọi +_ _ _ _ (máy lẻ _).", "");
    add("Dịch COVID-19 và nhóm G20.", "Dịch _ và nhóm _.", "Dịch COVID-19 và nhóm G20.");
    add("Chiến dịch Hoa Sen bắt đầu.", "_ bắt đầu.", "Operation Lotus bắt đầu.");
    add("CHIẾN DỊCH HOA SEN bắt đầu.", "_ bắt đầu.", "Operation Lotus bắt đầu.");
    add("Chiến dịch Hoa Sen Trắng bắt đầu.", "_ bắt đầu.", "Operation Lotus Trắng bắt đầu.");
    add("Có Kế hoạch Z.", "Có _.", "Có Kế hoạch Z.");
    add("Operation Lotus là gì?", "_ là gì?", "Operation Lotus là gì?");
    add("Nguồn tin mật cho biết.", "_ cho biết.", "Confidential source cho biết.");
    add("Theo nguồn tin mật.", "Theo _.", "Theo confidential source.");
    add("Có Chiến dịch Hoa-Sen, Chiến-dịch: \"Hoa Sen\".", "Có _, _\".", "");
    add("Có operation-lotus và Operation 'Lotus'.", "Có _ và _'.", "");
    add("Đây là chiến dịch. Hoa sen nở.", "Đây là chiến dịch. Hoa sen nở.", "");
    add("Viết cho nguyenvanan@mofa.gov.vn hoặc le_nam@bng.vn.", "Viết cho _ hoặc _.", "");
    add("Trang facebook.com/tranthilan có ảnh.", "Trang facebook.com/_ có ảnh.", "");
    add("Năm một nghìn chín trăm bốn mươi lăm có đói.", "Năm _ có đói.", "Năm 1945 có đói.");
    add("Có một nghìn chín trăm bốn mươi lăm người.", "Có _ người.", "Có 1,945 người.");
}

void tst_SessionRedaction::whatIsTakenOut()
{
    QFETCH(QString, source);
    QFETCH(QString, sent);
    QFETCH(QString, back);
    const RedactedSegment segment = redactor(true, true, true)->redact(segmentOf(source), {});
    QCOMPARE(QString(segment.text.source).replace(QChar(0xFFFC), u'_'), sent);
    QCOMPARE(segment.text.id, u"f1/u1/s1"_s);
    QCOMPARE(segment.text.revision, 3);
    QVERIFY(segment.text.target.isEmpty());
    if (!back.isEmpty())
        QCOMPARE(restored(segment, echoOf(segment)).text, back);
    // What was not asked for stays.
    QCOMPARE(redactor(false, false, false)->redact(segmentOf(source), {}).text.source, source);
}

void tst_SessionRedaction::nothingIsLeftInAnySpelling_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("secrets");
    const QString text = u"Thủ tướng Trần Thuý Hoà dự Chiến dịch Hoa Sen ngày 17/8/2031 với 4.711 người."_s;
    const QStringList secrets{u"Trần"_s, u"Thuý"_s, u"Hoà"_s, u"Hoa Sen"_s,
                              u"17"_s,   u"2031"_s, u"4"_s,   u"711"_s};
    QTest::newRow("composed") << text << secrets;
    QTest::newRow("decomposed") << text.normalized(QString::NormalizationForm_D) << secrets;
    QTest::newRow("capitals") << text.toUpper() << secrets;
    QTest::newRow("decomposed capitals")
        << text.toUpper().normalized(QString::NormalizationForm_D) << secrets;
    QTest::newRow("no-break spaces") << QString(text).replace(u' ', QChar(0xA0)) << secrets;
    QTest::newRow("other tones") << QString(text).replace(u"Thuý Hoà"_s, u"Thúy Hòa"_s) << secrets;
    QTest::newRow("zero width")
        << QString(text).replace(u"Trần"_s, u"Tr\u200Bần"_s).replace(u"Sen"_s, u"S\u00ADen"_s) << secrets;
}

void tst_SessionRedaction::nothingIsLeftInAnySpelling()
{
    QFETCH(QString, source);
    QFETCH(QStringList, secrets);
    const RedactedSegment segment = redactor(true, true, true)->redact(segmentOf(source), {});
    const QString left = text::foldTerm(segment.text.source);
    for (const QString &secret : secrets)
        QVERIFY2(!left.contains(text::foldTerm(secret)), qPrintable(secret + u" in "_s + left));
    QVERIFY(segment.spans.size() >= 3);
    QVERIFY(!restored(segment, echoOf(segment)).error);
}

/// <b>Nguyễn</b> Văn An: each piece is taken out for itself, and the codes stay.
void tst_SessionRedaction::codesStayInTheirPlaces()
{
    SegmentText text{u"s"_s, 0, u"Ông \uFFFCNguyễn\uFFFC Văn An ký ngày \uFFFC12/9\uFFFC."_s, {}};
    using Kind = SegmentCode::Kind;
    text.codes = {{Kind::Opening, 1, u"<b>"_s},
                  {Kind::Closing, 1, u"</b>"_s},
                  {Kind::Opening, 2, {}},
                  {Kind::Closing, 2, {}}};
    const RedactedSegment segment = redactor(true, true, false)->redact(text, {});
    QCOMPARE(segment.text.source, u"Ông \uFFFC\uFFFC\uFFFC \uFFFC ký \uFFFC \uFFFC\uFFFC\uFFFC."_s);
    QList<int> numbers;
    for (const SegmentCode &code : segment.text.codes) {
        numbers.append(code.number);
        QVERIFY(code.data.isEmpty());
    }
    QCOMPARE(numbers, (QList<int>{1, 2, 1, 3, 4, 5, 6, 5}));
    const Translation back = restored(segment, echoOf(segment));
    QCOMPARE(back.text, u"Ông \uFFFCNguyễn\uFFFC Văn An ký  \uFFFC12 September\uFFFC."_s);
    QCOMPARE(back.codes, (QList<qsizetype>{0, 1, 2, 3}));
}

void tst_SessionRedaction::theTermsOfTheRestMove()
{
    const QString source = u"Ngày 12/9/2025, Bộ Ngoại giao mời ông Nguyễn Văn An."_s;
    TermHit ministry;
    ministry.span = {source.indexOf(u"Bộ"_s), source.indexOf(u" mời"_s)};
    ministry.target = u"Ministry of Foreign Affairs"_s;
    ministry.note = u"ask Nguyễn Văn An"_s;
    TermHit person;
    person.span = {source.indexOf(u"ông"_s), source.size() - 1};
    person.target = u"Mr. Nguyen Van An"_s;
    const RedactedSegment segment =
        redactor(true, true, false)->redact(segmentOf(source), {ministry, person});
    QCOMPARE(segment.terms.size(), 1);
    const Span span = segment.terms.first().span;
    QCOMPARE(segment.text.source.mid(span.start, span.length()), u"Bộ Ngoại giao"_s);
    QCOMPARE(segment.terms.first().target, ministry.target);
    QVERIFY(segment.terms.first().note.isEmpty());
}

void tst_SessionRedaction::placesMayMove()
{
    const RedactedSegment segment =
        redactor(true, true, false)
            ->redact(segmentOf(u"Ngày 12/9, ông Nguyễn Văn An gặp bà Lê Thị Bé."_s), {});
    QCOMPARE(segment.spans.size(), 3);
    Translation translation;
    translation.text = u"Ms \uFFFC met Mr \uFFFC on\uFFFC."_s;
    translation.codes = {2, 1, 0};
    const Translation back = restored(segment, translation);
    QVERIFY(!back.error);
    QCOMPARE(back.text, u"Ms Lê Thị Bé met Mr Nguyễn Văn An on 12 September."_s);
    QVERIFY(back.codes.isEmpty());
}

void tst_SessionRedaction::whatIsLostIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<qsizetype>>("codes");
    QTest::addColumn<QString>("code");
    using Codes = QList<qsizetype>;
    QTest::newRow("lost") << u"Mr \uFFFC came."_s << Codes{0} << u"mt.redaction-lost"_s;
    QTest::newRow("all lost") << u"He came."_s << Codes{} << u"mt.redaction-lost"_s;
    QTest::newRow("twice") << u"\uFFFC \uFFFC \uFFFC"_s << Codes{0, 1, 0} << u"mt.redaction-twice"_s;
    QTest::newRow("a strange one") << u"\uFFFC \uFFFC"_s << Codes{0, -1} << u"mt.redaction-lost"_s;
}

void tst_SessionRedaction::whatIsLostIsRefused()
{
    QFETCH(QString, text);
    QFETCH(QList<qsizetype>, codes);
    QFETCH(QString, code);
    const RedactedSegment segment =
        redactor(true, false, false)->redact(segmentOf(u"Ông Nguyễn Văn An gặp bà Lê Thị Bé."_s), {});
    Translation translation;
    translation.text = text;
    translation.codes = codes;
    const Translation back = restored(segment, translation);
    QVERIFY(back.error);
    QCOMPARE(back.error->code, code);
    QVERIFY(back.text.isEmpty());
}

void tst_SessionRedaction::spacesAndEndings_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("back");
    QTest::newRow("no space came") << u"Ông Nguyễn Văn An đến."_s << u"Mr\uFFFCcame."_s
                                   << u"Mr Nguyễn Văn An came."_s;
    QTest::newRow("ordinal with its ending")
        << u"Hội nghị lần thứ 36."_s << u"the \uFFFCth Summit"_s << u"the 36th Summit"_s;
    QTest::newRow("ordinal without") << u"Hội nghị lần thứ 21."_s << u"the \uFFFC Summit"_s
                                     << u"the 21st Summit"_s;
    QTest::newRow("a word that begins alike") << u"Có 36 nước."_s << u"\uFFFC theatres"_s << u"36 theatres"_s;
    QTest::newRow("capital at the start")
        << u"Khoảng 40 nước dự."_s << u"\uFFFC countries attended."_s << u"About 40 countries attended."_s;
    QTest::newRow("no capital within") << u"Khoảng 40 nước dự."_s << u"There were \uFFFC countries."_s
                                       << u"There were about 40 countries."_s;
}

void tst_SessionRedaction::spacesAndEndings()
{
    QFETCH(QString, source);
    QFETCH(QString, answer);
    QFETCH(QString, back);
    const RedactedSegment segment = redactor(true, true, false)->redact(segmentOf(source), {});
    Translation translation;
    translation.text = answer;
    QCOMPARE(restored(segment, translation).text, back);
}

void tst_SessionRedaction::glossaryEnglishOfPersons()
{
    const QString source = u"Theo Nguyễn Văn An, cần hợp tác."_s;
    TermHit hit;
    hit.span = {5, 18};
    hit.target = u"Nguyen Van An"_s;
    const RedactedSegment segment = redactor(true, false, false)->redact(segmentOf(source), {hit});
    QCOMPARE(restored(segment, echoOf(segment)).text, u"Theo Nguyen Van An, cần hợp tác."_s);
}

/// What a service would get as the English of a term says nothing that may not leave.
void tst_SessionRedaction::telltaleTerms()
{
    const QString source = u"Kế hoạch này quan trọng."_s;
    const auto left = [&](const QString &english) {
        TermHit hit;
        hit.span = {0, 8};
        hit.target = english;
        return redactor(true, true, true)->redact(segmentOf(source), {hit}).terms.size();
    };
    QCOMPARE(left(u"plan"_s), 1);
    QCOMPARE(left(u"part of Operation Lotus"_s), 0);
    QCOMPARE(left(u"plan of 1972"_s), 0);
}

/// Somebody has to look at the names that were put back in the letters of Vietnamese.
void tst_SessionRedaction::foreignNamesAreRemarked()
{
    const auto remarks = [this](const QString &source, const QList<TermHit> &terms) {
        const RedactedSegment segment = redactor(true, false, false)->redact(segmentOf(source), terms);
        return restored(segment, echoOf(segment)).remarks;
    };
    const QString source = u"Chủ tịch Trung Quốc Tập Kính Bình đến."_s;
    QCOMPARE(remarks(source, {}), QStringList{u"what was redacted stands as in the source: Tập Kính Bình"_s});
    QVERIFY(remarks(u"Ông Nguyễn Văn An đến."_s, {}).isEmpty());
    TermHit hit;
    hit.span = {source.indexOf(u"Tập"_s), source.indexOf(u" đến"_s)};
    hit.target = u"Xi Jingping"_s;
    QVERIFY(remarks(source, {hit}).isEmpty());
}

void tst_SessionRedaction::namesOfTheDocument()
{
    Document document;
    for (const QString &text : {u"Tổng thống Joe Bidenson đến."_s, u"Bidenson phát biểu."_s}) {
        Unit unit;
        unit.segments.append(Segment{});
        unit.segments.last().source.text = text;
        document.units.append(unit);
    }
    const auto rules = redactor(true, false, false);
    const text::KnownNames names = rules->namesOf(document);
    QCOMPARE(rules->redact(segmentOf(u"Bidenson phát biểu."_s), {}, names).spans.size(), 1);
    QCOMPARE(rules->redact(segmentOf(u"Bidenson phát biểu."_s), {}).spans.size(), 0);
    QVERIFY(redactor(false, true, true)->namesOf(document).isEmpty());
}

/// Nothing that was taken out is left; an echo comes back with the forms that are put back, the codes of the
/// segment in their order and everything else as it was.
void tst_SessionRedaction::randomTextsComeBack()
{
    QRandomGenerator random(7);
    const QStringList pieces{u"ông"_s,        u"Nguyễn"_s,
                             u"Văn An"_s,     u"\uFFFC"_s,
                             u"Hoa Sen"_s,    u"Trắng"_s,
                             u"Chiến dịch"_s, u"12/9"_s,
                             u"1.500"_s,      u"ngày"_s,
                             u"hai nước"_s,   u"tỷ USD"_s,
                             u","_s,          u"("_s,
                             u")"_s,          u"hợp tác"_s,
                             u"Hà Nội"_s,     u"e\u0302\u0301"_s,
                             u"𐐀"_s,          u"nguồn tin mật"_s,
                             u"\u200B"_s,     u"7"_s};
    static const QRegularExpression whiteLotus(u"\\bHoa Sen Trắng\\b"_s,
                                               QRegularExpression::UseUnicodePropertiesOption);
    const auto rules = redactor(true, true, true);
    for (int round = 0; round < 1500; ++round) {
        QString source;
        for (int i = random.bounded(12); i > 0; --i)
            source += pieces[random.bounded(pieces.size())] + (random.bounded(5) > 0 ? u" "_s : QString());
        const SegmentText text = segmentOf(source);
        const RedactedSegment segment = rules->redact(text, {});
        QCOMPARE(segment.text.source.count(QChar(0xFFFC)), segment.text.codes.size());
        QCOMPARE(segment.codes.size(), segment.text.codes.size());
        QVERIFY2(std::none_of(segment.text.source.begin(), segment.text.source.end(),
                              [](QChar unit) { return unit.isDigit(); }),
                 qPrintable(source));
        QVERIFY2(!segment.text.source.contains(whiteLotus), qPrintable(source));

        QString expected = segment.text.source; // by hand: each place with what is put back
        QString asItStood = segment.text.source;
        qsizetype at = 0;
        qsizetype there = 0;
        for (const qsizetype code : segment.codes) {
            at = expected.indexOf(QChar(0xFFFC), at);
            there = asItStood.indexOf(QChar(0xFFFC), there);
            if (code >= 0) {
                ++at;
                ++there;
                continue;
            }
            const RedactedSpan &span = segment.spans[-1 - code];
            expected.replace(at, 1, span.restored);
            asItStood.replace(there, 1, span.source);
            at += span.restored.size();
            there += span.source.size();
        }
        QCOMPARE(asItStood, source);
        const Translation back = restored(segment, echoOf(segment));
        QVERIFY2(!back.error, qPrintable(source));
        QCOMPARE(back.text.compare(expected, Qt::CaseInsensitive), 0);
        QList<qsizetype> codes;
        for (qsizetype i = 0; i < text.codes.size(); ++i)
            codes.append(i);
        if (!segment.spans.isEmpty())
            QCOMPARE(back.codes, codes);
    }
}

void tst_SessionRedaction::rulesOfTheSettings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isSound");
    QTest::newRow("none") << QByteArray("{}") << true;
    QTest::newRow("all") << QByteArray(
                                R"({"redact": {"persons": true, "figures": false, "terms": ["a.tsv"]}})")
                         << true;
    QTest::newRow("no object") << QByteArray(R"({"redact": true})") << false;
    QTest::newRow("unknown") << QByteArray(R"({"redact": {"person": true}})") << false;
    QTest::newRow("no boolean") << QByteArray(R"({"redact": {"persons": "yes"}})") << false;
    QTest::newRow("no list") << QByteArray(R"({"redact": {"terms": "a.tsv"}})") << false;
    QTest::newRow("no file") << QByteArray(R"({"redact": {"terms": [1]}})") << false;
}

void tst_SessionRedaction::rulesOfTheSettings()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isSound);
    Settings settings;
    settings.machineTranslation = QJsonDocument::fromJson(json).object();
    const Result<RedactionRules> rules = redactionRules(settings);
    QCOMPARE(bool(rules), isSound);
    if (!rules)
        QCOMPARE(rules.error().code, u"mt.settings"_s);
    else if (json != "{}")
        QCOMPARE(*rules, (RedactionRules{true, false, {u"a.tsv"_s}}));
    else
        QVERIFY(rules->isEmpty());
}

void tst_SessionRedaction::rulesOfTheCommandLine()
{
    Settings settings;
    settings.machineTranslation = QJsonObject{{u"redact"_s, QJsonObject{{u"figures"_s, true}}}};
    QCOMPARE(*redactionRules(u"persons"_s, settings), (RedactionRules{true, false, {}}));
    QCOMPARE(*redactionRules(u"none"_s, settings), RedactionRules());
    QCOMPARE(redactionRules(u"persons,places"_s, settings).error().code, u"mt.redaction-unknown"_s);
    QCOMPARE(redactionRules(u"terms"_s, settings).error().code, u"mt.settings"_s);
    settings.machineTranslation =
        QJsonObject{{u"redact"_s, QJsonObject{{u"terms"_s, QJsonArray{u"a.tsv"_s}}}}};
    QCOMPARE(*redactionRules(u"terms,figures"_s, settings), (RedactionRules{false, true, {u"a.tsv"_s}}));
}

void tst_SessionRedaction::whatCannotBeReadIsRefused()
{
    QVERIFY(!Redactor::load({false, false, {m_folder.filePath(u"none.tsv"_s)}}, u"vi"_s, u"en"_s));
    const QString broken = m_folder.filePath(u"broken.tsv"_s);
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write("vi\ten\tstatus\nhoa\tflower\tpreferred\nA\tB\tsecret\n") > 0);
    file.close();
    const auto loaded = Redactor::load({false, false, {broken}}, u"vi"_s, u"en"_s);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, u"mt.redaction-terms"_s);
    QCOMPARE(Redactor::load({true, false, {}}, u"fr"_s, u"en"_s).error().code, u"mt.redaction-language"_s);
    QVERIFY(Redactor::load({false, true, {}}, u"fr"_s, u"en"_s));
}

QTEST_GUILESS_MAIN(tst_SessionRedaction)
#include "tst_session_redaction.moc"
