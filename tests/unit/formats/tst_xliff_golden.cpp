#include "formats/xliff/xliff.h"
#include "support.h"

#include <QtTest/QtTest>

using namespace verbale;

/// Files under tests/golden/xliff show what is written, so that a change of it is seen in review.
/// VERBALE_UPDATE_GOLDEN=1 writes them anew.
class TestXliffGolden : public QObject
{
    Q_OBJECT

private slots:
    void writtenAsBefore_data();
    void writtenAsBefore();
};

namespace {

QString goldenFile(const QString &name)
{
    return QStringLiteral(VERBALE_SOURCE_DIR "/tests/golden/xliff/") + name;
}

Document markedUp()
{
    Document document;
    document.originalName = QStringLiteral("marked-up.xlf");
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = QStringLiteral("en");
    using Kind = InlineCode::Kind;
    Segment segment;
    segment.id = QStringLiteral("s1");
    segment.source.text = QStringLiteral("Tổng \uFFFCBí thư\uFFFC\uFFFC Nguyễn");
    segment.source.codes = {
        {Kind::Opening, QStringLiteral("1"), QStringLiteral("<pc id=\"1\">"), {}, {}, {}},
        {Kind::Closing, QStringLiteral("1"), QStringLiteral("</pc>"), {}, {}, {}},
        {Kind::Standalone, QStringLiteral("2"), QStringLiteral("<ph id=\"2\"/>"), {}, {}, {}}};
    TermHit crossing;
    crossing.span = {0, 12};
    crossing.entryId = QStringLiteral("party-001");
    crossing.target = QStringLiteral("General Secretary");
    TermHit inner = crossing;
    inner.span = {6, 12};
    inner.entryId = QStringLiteral("party-002");
    inner.target = QStringLiteral("Secretary");
    inner.nested = true;
    TermHit definition = crossing;
    definition.span = {15, 21};
    definition.entryId = QStringLiteral("name");
    definition.target.clear();
    definition.note = QStringLiteral("A family name.");
    segment.terms = {crossing, inner, definition};
    Unit unit;
    unit.id = QStringLiteral("u1");
    unit.fileId = QStringLiteral("part2");
    unit.segments = {segment};
    document.units = {unit};
    return document;
}

} // namespace

void TestXliffGolden::writtenAsBefore_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("sample") << QStringLiteral("sample.xlf")
                            << xliff::write(verbale::testing::sampleDocument());
    QTest::newRow("marked up") << QStringLiteral("marked-up.xlf") << xliff::write(markedUp());
}

void TestXliffGolden::writtenAsBefore()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFile file(goldenFile(name));
    if (qEnvironmentVariableIsSet("VERBALE_UPDATE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QByteArray golden = file.readAll();
    const QList<QByteArray> lines = bytes.split('\n');
    const QList<QByteArray> expected = golden.split('\n');
    for (qsizetype i = 0; i < std::min(lines.size(), expected.size()); ++i)
        QCOMPARE(lines[i], expected[i]);
    QCOMPARE(lines.size(), expected.size());
}

QTEST_APPLESS_MAIN(TestXliffGolden)
#include "tst_xliff_golden.moc"
