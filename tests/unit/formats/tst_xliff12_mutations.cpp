#include "formats/conformance/xliff12.h"
#include "support.h"
#include "xliff12_mutants.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::testing;
using conformance::Finding;
using conformance::Report;
using conformance::Severity;

/// Files with one fault each: the rule is named, and its place. Valid variants stay valid. What the schemas
/// say is compared with a validator of XML Schema where there is one.
class TestXliff12Mutations : public QObject
{
    Q_OBJECT
private slots:
    void thereAreEnough();
    void eachIsFound();
    void validVariantsStayValid();
    void theSchemasAgree();
};

namespace {

Report validated(const QByteArray &bytes)
{
    const Result<Report> report = conformance::validateXliff12(conformance::piecesOf(bytes));
    return report ? *report : Report{};
}

QString described(const Report &report)
{
    QStringList lines;
    for (const Finding &finding : report.findings) {
        if (finding.severity != Severity::Error)
            continue;
        lines.append(QStringLiteral("%1:%2 %3 %4")
                         .arg(finding.line)
                         .arg(finding.column)
                         .arg(finding.code, finding.message));
    }
    return lines.join(QStringLiteral("; "));
}

/// An error of one of the rules "a|b", of that line unless it is 0.
bool names(const Report &report, const Mutant &mutant)
{
    const QString rules = mutant.code.section(u'.', 1);
    const QString prefix = mutant.code.section(u'.', 0, 0) + u'.';
    for (const Finding &finding : report.findings) {
        const bool isRule =
            finding.code.startsWith(prefix) && rules.split(u'|').contains(finding.code.mid(prefix.size()));
        if (isRule && finding.severity == Severity::Error &&
            (mutant.line == 0 || finding.line == mutant.line))
            return true;
    }
    return false;
}

/// Which of the files the schema refuses, by their names.
QSet<QByteArray> refusedBySchema(const QList<Mutant> &mutants, bool strict, const QString &schemas)
{
    const QTemporaryDir folder;
    QFile original(schemas + (strict ? QStringLiteral("/xliff-core-1.2-strict.xsd")
                                     : QStringLiteral("/xliff-core-1.2-transitional.xsd")));
    QFile schema(folder.filePath(QStringLiteral("schema.xsd")));
    if (!original.open(QIODevice::ReadOnly) || !schema.open(QIODevice::WriteOnly))
        return {};
    // The schema of the xml: attributes lies beside it; nothing is fetched.
    schema.write(
        original.readAll().replace("http://www.w3.org/2001/xml.xsd",
                                   QUrl::fromLocalFile(schemas + QStringLiteral("/xml.xsd")).toEncoded()));
    schema.close();
    QStringList arguments{QStringLiteral("--nonet"), QStringLiteral("--noout"), QStringLiteral("--schema"),
                          schema.fileName()};
    for (qsizetype i = 0; i < mutants.size(); ++i) {
        if (mutants[i].isStrict != strict)
            continue;
        const QString name = QStringLiteral("%1.xlf").arg(i);
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(mutants[i].bytes);
        arguments.append(file.fileName());
    }
    QProcess validator;
    validator.setProcessChannelMode(QProcess::MergedChannels);
    validator.start(QStringLiteral("xmllint"), arguments);
    validator.waitForFinished(60000);
    const QByteArray output = validator.readAll();
    QSet<QByteArray> refused;
    for (qsizetype i = 0; i < mutants.size(); ++i) {
        const QByteArray name = folder.filePath(QStringLiteral("%1.xlf").arg(i)).toUtf8();
        if (mutants[i].isStrict == strict && !output.contains(name + " validates"))
            refused.insert(mutants[i].name);
    }
    return refused;
}

} // namespace

void TestXliff12Mutations::thereAreEnough()
{
    const QList<Mutant> mutants = xliff12Mutants();
    qInfo("%lld broken files, %lld valid variants", static_cast<long long>(mutants.size()),
          static_cast<long long>(validXliff12Variants().size()));
    QVERIFY(mutants.size() >= 500);
    QSet<QByteArray> names;
    for (const Mutant &mutant : mutants)
        names.insert(mutant.name);
    QCOMPARE(names.size(), mutants.size());
}

void TestXliff12Mutations::eachIsFound()
{
    QStringList missed;
    for (const Mutant &mutant : xliff12Mutants()) {
        const Report report = validated(mutant.bytes);
        if (!names(report, mutant)) {
            missed.append(QStringLiteral("%1: wanted %2 in line %3, found %4")
                              .arg(QString::fromUtf8(mutant.name), mutant.code)
                              .arg(mutant.line)
                              .arg(described(report)));
        }
    }
    QVERIFY2(missed.isEmpty(),
             qPrintable(QStringLiteral("%1 missed\n").arg(missed.size()) + missed.join(u'\n')));
}

void TestXliff12Mutations::validVariantsStayValid()
{
    QStringList refused;
    for (const Mutant &variant : validXliff12Variants()) {
        const Report report = validated(variant.bytes);
        if (!report.isValid())
            refused.append(QString::fromUtf8(variant.name) + QLatin1Char('\n') + described(report));
    }
    QVERIFY2(refused.isEmpty(), qPrintable(refused.join(u'\n')));
}

void TestXliff12Mutations::theSchemasAgree()
{
    const QString schemas = sharedFolder() + QStringLiteral("/standards/xliff-1.2/schemas");
    if (sharedFolder().isEmpty() || !QDir(schemas).exists())
        QSKIP("the schemas of XLIFF 1.2 are not here");
    if (QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty())
        QSKIP("xmllint is not installed");
    const QList<Mutant> all = xliff12Mutants() + validXliff12Variants();
    QStringList different;
    for (const bool strict : {false, true}) {
        const QSet<QByteArray> refused = refusedBySchema(all, strict, schemas);
        for (const Mutant &mutant : all) {
            if (mutant.isStrict != strict)
                continue;
            const bool isRefused = refused.contains(mutant.name);
            if (isRefused != (!mutant.code.isEmpty() && mutant.isOfSchema))
                different.append((isRefused ? QStringLiteral("the schema refuses ")
                                            : QStringLiteral("the schema accepts ")) +
                                 QString::fromUtf8(mutant.name));
        }
    }
    QVERIFY2(different.isEmpty(),
             qPrintable(QStringLiteral("%1 differ\n").arg(different.size()) + different.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestXliff12Mutations)
#include "tst_xliff12_mutations.moc"
