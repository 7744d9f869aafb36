#include "formats/conformance/xliff2_validate.h"
#include "formats/xliff/xliff.h"
#include "support/document_description.h"
#include "support/random_documents.h"
#include "support/schema_check.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace verbale;
using verbale::testing::described;
using verbale::testing::DescriptionOptions;
using verbale::testing::firstDifference;
using verbale::testing::RandomDocuments;

/// Documents made by chance: whatever they hold, what is written of them is valid, comes back as it was, and
/// changes only where it was edited.
class TestRandomExchange : public QObject
{
    Q_OBJECT

private slots:
    void writtenReadAndEdited_data();
    void writtenReadAndEdited();
    void theSchematronRulesHold();
};

namespace {

int documentCount()
{
    const int wanted = qEnvironmentVariableIntValue("VERBALE_RANDOM_DOCUMENTS");
    return wanted > 0 ? wanted : 200;
}

/// What a document becomes by the rules of docs/xliff-versions.md.
DescriptionOptions comparable(bool torn)
{
    DescriptionOptions options;
    options.codeIds = !torn; // copies and halves of pairs get ids of their own
    return options;
}

/// Bytes [start, end) of an element of ours.
struct Place
{
    qsizetype start = -1;
    qsizetype end = -1;
};

Place segmentPlace(const QByteArray &file, const Unit &unit, const QString &segment)
{
    const qsizetype inFile = file.indexOf("<file id=\"" + unit.fileId.toUtf8() + '"');
    const qsizetype inUnit = file.indexOf("<unit id=\"" + unit.id.toUtf8() + '"', inFile);
    const qsizetype start = file.indexOf("<segment id=\"" + segment.toUtf8() + '"', inUnit);
    return {start, file.indexOf("</segment>", start) + 10};
}

/// Edits a target of `document`, which was read from `file`, by chance: an empty text when saving changes
/// nothing but its segment.
QString editedElsewhere(Document document, const QByteArray &file, RandomDocuments &chance)
{
    const QList<SegmentRef> all = document.segments();
    const SegmentRef ref = all[chance.below(static_cast<int>(all.size()))];
    Segment &segment = document.at(ref);
    segment.target = {chance.text(5, false) + QStringLiteral(" edited"), {}};
    segment.hasTarget = true;
    segment.state = SegmentState::Translated;
    ++segment.revision;
    const Result<QByteArray> saved = xliff::patch(document);
    if (!saved)
        return saved.error().text();
    if (*saved == file)
        return QStringLiteral("the edit is not in the file");
    const auto [first, firstSaved] = std::mismatch(file.begin(), file.end(), saved->begin(), saved->end());
    const auto [last, lastSaved] = std::mismatch(file.rbegin(), file.rend(), saved->rbegin(), saved->rend());
    const qsizetype changedFrom = first - file.begin();
    const qsizetype changedTo = file.size() - (last - file.rbegin());
    const Place place = segmentPlace(file, document.units[ref.unit], segment.id);
    if (changedFrom < place.start || changedTo > place.end)
        return QStringLiteral("bytes %1 to %2 changed, and the segment has %3 to %4")
            .arg(changedFrom)
            .arg(changedTo)
            .arg(place.start)
            .arg(place.end);
    const auto again = xliff::read(*saved, {});
    if (!again || again->document.at(ref).target.text != segment.target.text)
        return QStringLiteral("the edit does not come back");
    return {};
}

/// Collects files, and asks the schemas about many at once.
class SchemaQueue
{
public:
    explicit SchemaQueue(QString version) : m_version(std::move(version)) {}
    void add(const QByteArray &file)
    {
        m_files.append(file);
        if (m_files.size() >= 250)
            ask();
    }
    QString ask()
    {
        if (!m_files.isEmpty() && verbale::testing::whyNoSchema(m_version).isEmpty()) {
            for (const QString &error : verbale::testing::schemaErrors(m_version, m_files)) {
                if (m_error.isEmpty())
                    m_error = error;
            }
        }
        m_files.clear();
        return m_error;
    }

private:
    QString m_version;
    QList<QByteArray> m_files;
    QString m_error;
};

} // namespace

void TestRandomExchange::writtenReadAndEdited_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("torn");
    for (const char *version : {"2.0", "2.1", "2.2"}) {
        QTest::addRow("%s", version) << QString::fromLatin1(version) << false;
        QTest::addRow("%s with torn codes", version) << QString::fromLatin1(version) << true;
    }
}

void TestRandomExchange::writtenReadAndEdited()
{
    QFETCH(QString, version);
    QFETCH(bool, torn);
    verbale::testing::RandomOptions options;
    options.tornCodes = torn;
    RandomDocuments documents(torn ? 28 : 2028, options);
    RandomDocuments chance(5);
    SchemaQueue schema(version);
    if (const QString why = verbale::testing::whyNoSchema(version); !why.isEmpty())
        qWarning("not validated by the schemas: %s", qPrintable(why));
    for (int i = 0; i < documentCount() / 2; ++i) {
        const Document document = documents.next();
        const QByteArray file = xliff::write(document, {version, QStringLiteral("Verbale 1.0")});
        const QByteArray where = "document " + QByteArray::number(i) + "\n" + file;
        schema.add(file);
        const auto report = conformance::validateXliff2(file, {});
        QVERIFY(report.ok());
        for (const conformance::Finding &finding : report->findings)
            QVERIFY2(finding.severity != conformance::Severity::Error,
                     ((finding.code + u' ' + finding.message).toUtf8() + "\n" + where).constData());
        const auto read = xliff::read(file, {});
        QVERIFY2(read.ok(), where.constData());
        const QString difference = firstDifference(described(read->document, comparable(torn)),
                                                   described(document, comparable(torn)));
        QVERIFY2(difference.isEmpty(), (difference.toUtf8() + "\n" + where).constData());
        const Result<QByteArray> unedited = xliff::patch(read->document);
        QVERIFY(unedited.ok());
        QCOMPARE(*unedited, file);
        const QString elsewhere = editedElsewhere(read->document, file, chance);
        QVERIFY2(elsewhere.isEmpty(), (elsewhere.toUtf8() + "\n" + where).constData());
    }
    const QString errors = schema.ask();
    QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

void TestRandomExchange::theSchematronRulesHold()
{
    if (const QString why = verbale::testing::whyNoSchematron(); !why.isEmpty())
        QSKIP(qPrintable(why));
    if (documentCount() <= 200)
        QSKIP("a part of the long run: VERBALE_RANDOM_DOCUMENTS");
    RandomDocuments documents(29);
    QList<QByteArray> files;
    for (int i = 0; i < std::min(documentCount() / 4, 1000); ++i)
        files.append(xliff::write(documents.next(), {QStringLiteral("2.1"), QStringLiteral("Verbale 1.0")}));
    for (const QString &errors : verbale::testing::schematronErrors(files))
        QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

QTEST_APPLESS_MAIN(TestRandomExchange)
#include "tst_random_exchange.moc"
