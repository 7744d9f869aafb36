#include "formats/bilingual.h"
#include "formats/file_snapshot.h"
#include "formats/patch_frame.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <functional>

using namespace verbale;

/// What the bilingual formats have in common: files kept aside, units remembered, saving in pieces.
class TestBilingual : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void formatsAreToldByTheirRoot();
    void largeFilesAreKeptAside();
    void aSnapshotThatCannotBeMadeIsNone();
    void everyChangeChangesTheFingerprint_data();
    void everyChangeChangesTheFingerprint();
    void unitsAreFoundByTheirPlaces();
    void unitsAreReadAgainWithWhatIsAroundThem();
    void aFullDeviceIsAnError();
    void unitsWithoutAPlaceAreRefused();
    void lineEndsAreTheFiles_data();
    void lineEndsAreTheFiles();

private:
    QTemporaryDir m_cache;
};

namespace {

QByteArray file(int units, const QByteArray &more = {})
{
    QByteArray bytes = "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE xliff [<!ENTITY vn 'Việt Nam'>]>\n"
                       "<x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='vi' "
                       "trgLang='en'>\n<x:file id='f1' canResegment='no'>\n";
    for (int i = 0; i < units; ++i) {
        if (i % 3 == 0)
            bytes += (i == 0 ? "" : "</x:group>\n") + QByteArray("<x:group id='g") + QByteArray::number(i) +
                     "' xmlns:y='urn:y'>\n";
        bytes += "<x:unit id='u" + QByteArray::number(i) +
                 "' y:k='1'><x:segment><x:source>&vn; đổi mới <x:ph id='1'/>" + more +
                 "</x:source><x:target>Renovation</x:target></x:segment></x:unit>\n";
    }
    return bytes + "</x:group>\n</x:file>\n</x:xliff>\n";
}

Document opened(const OriginalBytes &bytes)
{
    const auto result = bilingual::read(bytes, QStringLiteral("a.xlf"));
    if (!result)
        qWarning().noquote() << result.error().text();
    return result ? result->document : Document();
}

/// Takes no more than it has room for.
class FullDevice : public QIODevice
{
public:
    explicit FullDevice(qint64 room) : m_room(room) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        if (size > m_room) {
            setErrorString(QStringLiteral("no space"));
            return -1;
        }
        m_room -= size;
        return size;
    }

private:
    qint64 m_room;
};

} // namespace

void TestBilingual::initTestCase()
{
    qputenv("XDG_CACHE_HOME", m_cache.path().toUtf8());
}

void TestBilingual::formatsAreToldByTheirRoot()
{
    const QByteArray older =
        "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file "
        "original='a' source-language='vi' target-language='en' datatype='plaintext'><body>"
        "<trans-unit id='1'><source>a</source></trans-unit></body></file></xliff>";
    QCOMPARE(opened(older).originalFormat, QStringLiteral("xliff-1.2"));
    QCOMPARE(opened(file(1)).originalFormat, QStringLiteral("xliff-2.1"));
    for (const QByteArray &bytes : {older, file(1)}) {
        Document document = opened(bytes);
        QCOMPARE(*bilingual::patch(document), bytes);
        document.units[0].segments[0].target.text = QStringLiteral("x");
        document.units[0].segments[0].target.codes.clear();
        document.units[0].segments[0].hasTarget = true;
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(bilingual::patchTo(document, buffer).ok());
        QCOMPARE(buffer.data(), *bilingual::patch(document));
        QVERIFY(buffer.data() != bytes);
    }
    QByteArray noVersion = older;
    noVersion.replace(" version='1.2'", "");
    QCOMPARE(opened(noVersion).originalFormat, QStringLiteral("xliff-1.2"));
    QCOMPARE(*bilingual::patch(opened(noVersion)), noVersion);
    for (const QByteArray &bytes : {QByteArray(), QByteArray("<html/>"), QByteArray("<xliff version='1.2'")})
        QVERIFY(!bilingual::read(bytes, QStringLiteral("a.xlf")).ok());
    QVERIFY(!bilingual::openFile(QStringLiteral("/nowhere/a.xlf")).ok());
}

/// What happens to the file afterwards does not touch the document.
void TestBilingual::largeFilesAreKeptAside()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlf"));
    const QByteArray bytes = file(3000, QByteArray("Việt Nam đổi mới. ").repeated(300));
    QVERIFY(bytes.size() > 16 * 1024 * 1024);
    QFile large(path);
    QVERIFY(large.open(QIODevice::ReadWrite));
    large.write(bytes);
    large.flush();
    const auto kept = bilingual::openFile(path);
    QVERIFY(kept.ok());
    QVERIFY(large.resize(10));
    QVERIFY(kept->view() == QByteArrayView(bytes));
    QCOMPARE(QDir(m_cache.filePath(QStringLiteral("verbale"))).entryList(QDir::Files).size(), 0);

    Document document = opened(*kept);
    QCOMPARE(document.units.size(), 3000);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    document.units[2000].segments[0].target.text = QStringLiteral("Đổi mới");
    QVERIFY(bilingual::patchTo(document, buffer).ok());
    QByteArray wanted = bytes;
    const qsizetype at = wanted.indexOf("Renovation", wanted.indexOf("id='u2000'"));
    wanted.replace(at, 10, "Đổi mới");
    QVERIFY(buffer.data() == wanted);

    // Behind what stands in the output already, and what is written afterwards behind that.
    for (const auto mode :
         {QIODevice::OpenMode(QIODevice::WriteOnly), QIODevice::WriteOnly | QIODevice::Unbuffered,
          QIODevice::WriteOnly | QIODevice::Append}) {
        QFile output(folder.filePath(QStringLiteral("b.xlf")));
        output.remove();
        QVERIFY(output.open(mode));
        output.write("before");
        QVERIFY(bilingual::patchTo(document, output).ok());
        QCOMPARE(output.pos(), wanted.size() + 6);
        output.write("after");
        output.close();
        QVERIFY(output.open(QIODevice::ReadOnly));
        QVERIFY(output.readAll() == "before" + wanted + "after");
    }
}

void TestBilingual::aSnapshotThatCannotBeMadeIsNone()
{
    QBuffer device;
    device.setData("abc");
    device.open(QIODevice::ReadOnly);
    QVERIFY(bilingual::takeSnapshot(device, QStringLiteral("/proc/nowhere")) == nullptr);
    const auto snapshot = bilingual::takeSnapshot(device, m_cache.path());
    QVERIFY(snapshot != nullptr);
    QVERIFY(snapshot->view() == QByteArrayView("abc"));
    snapshot->forget(0, 3);
    QVERIFY(snapshot->view() == QByteArrayView("abc"));
    QVERIFY(bilingual::takeSnapshot(device, m_cache.path()) == nullptr); // at its end
}

void TestBilingual::everyChangeChangesTheFingerprint_data()
{
    QTest::addColumn<std::function<void(Unit &)>>("change");
    const auto row = [](const char *name, const std::function<void(Unit &)> &change) {
        QTest::newRow(name) << change;
    };
    row("target", [](Unit &unit) { unit.segments[0].target.text += u'x'; });
    row("a code of the target", [](Unit &unit) { unit.segments[0].target.codes[0].markup += u' '; });
    row("one code less", [](Unit &unit) { unit.segments[0].target.codes.removeLast(); });
    row("no target", [](Unit &unit) { unit.segments[0].hasTarget = false; });
    row("state", [](Unit &unit) { unit.segments[0].state = SegmentState::Final; });
    row("subState", [](Unit &unit) { unit.segments[0].subState = QStringLiteral("a:b"); });
    row("source", [](Unit &unit) { unit.segments[1].source.text += u'x'; });
    row("gap", [](Unit &unit) { unit.segments[0].gapAfter.clear(); });
    row("text moved over a boundary", [](Unit &unit) {
        unit.segments[1].source.text = unit.segments[0].source.text + unit.segments[1].source.text;
        unit.segments[0].source.text.clear();
    });
    row("segments changed places", [](Unit &unit) { unit.segments.swapItemsAt(0, 1); });
    row("one segment less", [](Unit &unit) { unit.segments.removeLast(); });
    row("a boundary", [](Unit &unit) { unit.boundaries.append(BoundaryDecision{1, true}); });
}

void TestBilingual::everyChangeChangesTheFingerprint()
{
    QFETCH(std::function<void(Unit &)>, change);
    Unit unit;
    unit.segments.resize(2);
    unit.segments[0].source.text = QStringLiteral("một");
    unit.segments[0].target.text = QStringLiteral("one \uFFFC");
    unit.segments[0].target.codes.append(
        {InlineCode::Kind::Standalone, {}, QStringLiteral("<ph/>"), {}, {}, {}});
    unit.segments[0].hasTarget = true;
    unit.segments[0].gapAfter = QStringLiteral(" ");
    unit.segments[1].source.text = QStringLiteral("hai");
    const quint64 before = bilingual::fingerprint(unit);
    QCOMPARE(bilingual::fingerprint(Unit(unit)), before);
    change(unit);
    QVERIFY(bilingual::fingerprint(unit) != before);
}

void TestBilingual::unitsAreFoundByTheirPlaces()
{
    Document document = opened(file(10));
    const bilingual::FileIndex &index = *bilingual::indexOf(document.originalBytes);
    QCOMPARE(index.units.size(), std::size_t(10));
    QCOMPARE(index.surroundings.size(), std::size_t(4));
    QVERIFY(bilingual::compare(document, index).changed.isEmpty());

    document.units[7].segments[0].target.text = QStringLiteral("x");
    document.units.move(7, 2);
    document.units.removeAt(4); // u3
    Unit copy = document.units[0];
    document.units.append(copy); // a second one in the same place
    copy.placeStart = -1;
    document.units.append(copy);
    const bilingual::Comparison comparison = bilingual::compare(document, index);
    QCOMPARE(comparison.changed.size(), 1);
    QCOMPARE(comparison.changed[0].unit, qsizetype(2));
    QCOMPARE(comparison.changed[0].mark, std::size_t(7));
    QCOMPARE(comparison.added, QList<qsizetype>({9, 10}));
    QCOMPARE(comparison.gone, std::vector<std::size_t>({3}));
    QCOMPARE(comparison.marks, QList<qint64>({0, 1, 7, 2, 4, 5, 6, 8, 9, -1, -1}));
}

/// Prefixes of groups, entities and what the file says for all its units hold there too.
void TestBilingual::unitsAreReadAgainWithWhatIsAroundThem()
{
    const QByteArray bytes = file(10);
    Document document = opened(bytes);
    QVERIFY(!document.units[5].segments[0].canResegment);
    QCOMPARE(document.units[5].segments[0].source.text, QStringLiteral("Việt Nam đổi mới \uFFFC"));
    const Unit &unit = document.units[5];
    QVERIFY(bytes.mid(unit.placeStart, unit.placeEnd - unit.placeStart).startsWith("<x:unit id='u5'"));
    QVERIFY(bytes.first(unit.placeEnd).endsWith("</x:unit>"));
    document.units[5].segments[0].target = document.units[5].segments[0].source;
    QByteArray wanted = bytes;
    const qsizetype at = wanted.indexOf("Renovation", wanted.indexOf("id='u5'"));
    wanted.replace(at, 10, "Việt Nam đổi mới <x:ph id='1'/>");
    QCOMPARE(*bilingual::patch(document), wanted);
}

void TestBilingual::aFullDeviceIsAnError()
{
    Document document = opened(file(30));
    document.units[1].segments[0].target.text = QStringLiteral("x");
    const auto whole = bilingual::patch(document);
    QVERIFY(whole.ok());
    const qint64 size = whole->size();
    FullDevice enough(size);
    QVERIFY(bilingual::patchTo(document, enough).ok());
    for (const qint64 room : {qint64(0), qint64(10), size - 1}) {
        FullDevice device(room);
        const Result<void> done = bilingual::patchTo(document, device);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("file.write-failed"));
    }
}

/// Units that somebody has put together anew, without their places, and bytes that nobody has read.
void TestBilingual::unitsWithoutAPlaceAreRefused()
{
    const QByteArray bytes = file(10);
    Document document = opened(bytes);
    document.units[3].segments[0].target.text = QStringLiteral("x");
    const QByteArray saved = *bilingual::patch(document);
    QCOMPARE(saved.size(), bytes.size() - 9);
    document.originalBytes = bytes; // which nobody has looked at
    QCOMPARE(*bilingual::patch(document), saved);
    document.units[4].placeStart = document.units[4].placeEnd = -1;
    QCOMPARE(bilingual::patch(document).error().code, QStringLiteral("xliff.segment-vanished"));
    document.units[4].broughtBackFrom = QStringLiteral("by-hand");
    QVERIFY(bilingual::patch(document).ok());
}

void TestBilingual::lineEndsAreTheFiles_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("LF") << QByteArray("\n");
    QTest::newRow("CR LF") << QByteArray("\r\n");
    QTest::newRow("CR") << QByteArray("\r");
}

void TestBilingual::lineEndsAreTheFiles()
{
    QFETCH(QByteArray, lineEnd);
    const QByteArray older =
        "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'>\n<file original='a' "
        "source-language='vi' target-language='en' datatype='plaintext'><body>\n<trans-unit id='1'>\n"
        "<source>a</source>\n</trans-unit>\n</body></file></xliff>\n";
    for (QByteArray bytes : {older, file(3)}) {
        bytes.replace('\n', lineEnd);
        Document document = opened(bytes);
        document.units[0].segments[0].target = {QStringLiteral("one\ntwo"), {}};
        document.units[0].segments[0].hasTarget = true;
        const QByteArray saved = *bilingual::patch(document);
        QVERIFY2(saved.contains("one" + lineEnd + "two"), saved.constData());
        QByteArray others = saved;
        others.replace(lineEnd, {});
        QVERIFY(!others.contains('\r') && !others.contains('\n'));
        QCOMPARE(opened(saved).units[0].segments[0].target.text, QStringLiteral("one\ntwo"));
    }
}

QTEST_APPLESS_MAIN(TestBilingual)
#include "tst_bilingual.moc"
