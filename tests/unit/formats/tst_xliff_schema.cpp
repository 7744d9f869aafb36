#include "formats/xliff/names.h"
#include "formats/xliff/xliff.h"
#include "support.h"
#include "support/schema_check.h"
#include "xml/parse.h"

#include <QtTest/QtTest>

using namespace verbale;

/// What is written holds to the OASIS schemas, and to the rules of the specification that no schema can say.
class TestXliffSchema : public QObject
{
    Q_OBJECT

private slots:
    void theSchemasRefuseWhatIsWrong_data();
    void theSchemasRefuseWhatIsWrong();
    void theSampleIsValid();
    void randomDocumentsAreValid();
    void referencesAndIdsHoldTogether();
    void anEmptyDocumentIsValid();
    void aTargetNeedsItsLanguage();
    void aStateNeedsATarget();
};

namespace {

using xml::Element;

/// Rules of the specification that its schemas leave to Schematron: ids are unique in their unit, a target's
/// inline elements repeat the ids of the same elements of their source, references lead to what they are for.
class RuleChecker : public xml::Visitor
{
public:
    QStringList broken;
    int annotations = 0;
    int matches = 0;

    Take begin(const Element &tag) override
    {
        return tag.name == QLatin1String("unit") ? Take::Tree : Take::Walk;
    }
    void end() override {}

    void tree(const Element &unit) override
    {
        m_ids.clear();
        m_segments.clear();
        m_entries.clear();
        for (const xml::Node &node : unit.children) {
            if (node.element && node.element->ns == xliff::names::core)
                collect(*node.element, false);
            else if (node.element && node.element->is(xliff::names::glossary, QLatin1String("glossary")))
                collectEntries(*node.element);
        }
        check(unit);
    }

private:
    void require(bool holds, const QString &rule, const Element &element)
    {
        if (!holds)
            broken.append(rule + QLatin1String(": ") + element.name + u' ' +
                          element.value(QLatin1String("id")));
    }

    void collect(const Element &element, bool inTarget)
    {
        const QString id = element.value(QLatin1String("id"));
        const bool counts = element.name != QLatin1String("note") && element.name != QLatin1String("notes");
        if (!id.isEmpty() && counts && !(inTarget && m_ids.value(id) == element.name)) {
            require(!m_ids.contains(id), QStringLiteral("unique id"), element);
            m_ids.insert(id, element.name);
        }
        if (element.name == QLatin1String("segment")) {
            m_segments.insert(id);
            require(!element.has(QLatin1String("subState")) || element.has(QLatin1String("state")),
                    QStringLiteral("subState needs state"), element);
        }
        for (const xml::Node &node : element.children) {
            if (node.element)
                collect(*node.element, inTarget || element.name == QLatin1String("target"));
        }
    }

    void collectEntries(const Element &glossary)
    {
        for (const xml::Node &node : glossary.children) {
            if (!node.element)
                continue;
            const Element &entry = *node.element;
            const QString id = entry.value(QLatin1String("id"));
            require(!m_entries.contains(id), QStringLiteral("unique entry"), entry);
            m_entries.insert(id);
            bool means = false;
            for (const xml::Node &part : entry.children)
                means = means || (part.element && (part.element->name == QLatin1String("translation") ||
                                                   part.element->name == QLatin1String("definition")));
            require(means, QStringLiteral("entry with a translation or definition"), entry);
        }
    }

    void check(const Element &element)
    {
        const QString ref = element.value(QLatin1String("ref"));
        if (element.value(QLatin1String("type")) == QLatin1String("term")) {
            ++annotations;
            require(ref.startsWith(QLatin1String("#gls=")) && m_entries.contains(ref.mid(5)),
                    QStringLiteral("annotation refers to an entry"), element);
        } else if (element.name == QLatin1String("glossEntry")) {
            const QString name = m_ids.value(ref.mid(1));
            require(name == QLatin1String("mrk") || name == QLatin1String("sm"),
                    QStringLiteral("entry refers to an annotation"), element);
        } else if (element.name == QLatin1String("match")) {
            ++matches;
            require(m_segments.contains(ref.mid(1)), QStringLiteral("match refers to a segment"), element);
        }
        for (const xml::Node &node : element.children) {
            if (node.element)
                check(*node.element);
        }
    }

    QHash<QString, QString> m_ids; ///< of segments and inline elements: the element's name
    QSet<QString> m_segments;
    QSet<QString> m_entries;
};

} // namespace

void TestXliffSchema::theSchemasRefuseWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("core") << QByteArray("<segment id=\"s1\"") << QByteArray("<segment key=\"s1\"");
    QTest::newRow("glossary") << QByteArray("gls:term>") << QByteArray("gls:word>");
    QTest::newRow("matches") << QByteArray("type=\"am\"") << QByteArray("type=\"draft\"");
    QTest::newRow("metadata") << QByteArray("<mda:meta type=") << QByteArray("<mda:meta kind=");
}

void TestXliffSchema::theSchemasRefuseWhatIsWrong()
{
    if (const QString why = verbale::testing::whyNoSchema(QStringLiteral("2.1")); !why.isEmpty())
        QSKIP(qPrintable(why));
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray bytes = xliff::write(verbale::testing::sampleDocument());
    QVERIFY(bytes.contains(from));
    QVERIFY(
        !verbale::testing::schemaErrors(QStringLiteral("2.1"), {bytes.replace(from, to)}).first().isEmpty());
}

void TestXliffSchema::theSampleIsValid()
{
    if (const QString why = verbale::testing::whyNoSchema(QStringLiteral("2.1")); !why.isEmpty())
        QSKIP(qPrintable(why));
    QCOMPARE(verbale::testing::schemaErrors(QStringLiteral("2.1"),
                                            {xliff::write(verbale::testing::sampleDocument())})
                 .first(),
             QString());
}

void TestXliffSchema::randomDocumentsAreValid()
{
    if (const QString why = verbale::testing::whyNoSchema(QStringLiteral("2.1")); !why.isEmpty())
        QSKIP(qPrintable(why));
    verbale::testing::XliffDocuments documents(7);
    QList<QByteArray> files;
    for (int i = 0; i < 100; ++i)
        files.append(xliff::write(documents.next()));
    for (const QString &errors : verbale::testing::schemaErrors(QStringLiteral("2.1"), files))
        QCOMPARE(errors, QString());
}

void TestXliffSchema::referencesAndIdsHoldTogether()
{
    verbale::testing::XliffDocuments documents(8);
    RuleChecker checker;
    for (int i = 0; i < 200; ++i) {
        const QByteArray bytes = xliff::write(documents.next());
        QVERIFY(xml::parse(bytes, {}, checker).ok());
        QVERIFY2(checker.broken.isEmpty(), qPrintable(checker.broken.join(u'\n') + QString::fromUtf8(bytes)));
    }
    QVERIFY(checker.annotations > 300);
    QVERIFY(checker.matches > 100);
}

void TestXliffSchema::anEmptyDocumentIsValid()
{
    if (const QString why = verbale::testing::whyNoSchema(QStringLiteral("2.1")); !why.isEmpty())
        QSKIP(qPrintable(why));
    QCOMPARE(verbale::testing::schemaErrors(QStringLiteral("2.1"), {xliff::write(Document())}).first(),
             QString());
}

void TestXliffSchema::aTargetNeedsItsLanguage()
{
    Document document = verbale::testing::sampleDocument();
    document.targetLanguage.clear();
    QVERIFY(xliff::write(document).contains(" trgLang=\"und\""));
    for (Unit &unit : document.units) {
        for (Segment &segment : unit.segments)
            segment.hasTarget = false;
    }
    QVERIFY(!xliff::write(document).contains("trgLang"));
}

void TestXliffSchema::aStateNeedsATarget()
{
    Document document = verbale::testing::sampleDocument();
    Segment &segment = document.units[1].segments[1];
    QVERIFY(xliff::write(document).contains("state=\"reviewed\""));
    segment.hasTarget = false;
    QVERIFY(!xliff::write(document).contains("state=\"reviewed\""));
}

QTEST_APPLESS_MAIN(TestXliffSchema)
#include "tst_xliff_schema.moc"
