#include "formats/conformance/xliff2_validate.h"
#include "support.h"

#include <QtTest/QtTest>

using namespace verbale;

/// The verdicts on the OASIS test suites of XLIFF 2.0, 2.1 and 2.2. Where the suites and the specifications
/// disagree, docs/validation-rulings.md says so.
class TestXliff2Suites : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void validFilesAreAccepted();
    void invalidFilesAreRefused();
    void findingsHaveAPlaceAndARule();

private:
    static QStringList files(const QStringList &kinds);
};

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Called valid by the suite of 2.2 and not so by its own schemas: an unbound prefix, elements of the
/// metadata module in the core's namespace, and a version of ITS that there is not.
bool isDefective(const QString &path)
{
    const QStringList defective{QStringLiteral("/Good-pgs_plural.xlf"),
                                QStringLiteral("/Good-mda_top-level.xlf"),
                                QStringLiteral("/Good-itsm_text-analytics.xlf")};
    return path.contains(QLatin1String("oasis-22")) &&
           std::any_of(defective.begin(), defective.end(),
                       [&path](const QString &name) { return path.endsWith(name); });
}

} // namespace

QStringList TestXliff2Suites::files(const QStringList &kinds)
{
    QStringList found;
    const QString suites = verbale::testing::sharedFolder() + QStringLiteral("/standards/xliff-2");
    QDirIterator all(suites, {QStringLiteral("*.xlf")}, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (kinds.contains(QFileInfo(path).dir().dirName()))
            found.append(path);
    }
    found.sort();
    return found;
}

void TestXliff2Suites::initTestCase()
{
    if (verbale::testing::sharedFolder().isEmpty() || files({QStringLiteral("valid")}).isEmpty())
        QSKIP("the OASIS test suites are not here; set VERBALE_SHARED to the folder that holds them");
}

void TestXliff2Suites::validFilesAreAccepted()
{
    QStringList refused;
    int accepted = 0;
    const QStringList paths = files({QStringLiteral("valid"), QStringLiteral("in-out")});
    QVERIFY2(paths.size() >= 200, "the suites are not complete");
    for (const QString &path : paths) {
        const auto report = conformance::validateXliff2(contents(path), path);
        QVERIFY(report.ok());
        accepted += report->isValid() ? 1 : 0;
        QVERIFY2(!report->isValid() || !isDefective(path), qPrintable(path));
        if (!report->isValid() && !isDefective(path))
            refused.append(path + QLatin1String(": ") + report->findings.first().message);
    }
    qInfo("%d of %d valid files accepted, the others are defective", accepted,
          static_cast<int>(paths.size()));
    QCOMPARE(refused, QStringList());
}

void TestXliff2Suites::invalidFilesAreRefused()
{
    QStringList accepted;
    const QStringList paths = files({QStringLiteral("invalid")});
    QVERIFY2(paths.size() >= 480, "the suites are not complete");
    for (const QString &path : paths) {
        const auto report = conformance::validateXliff2(contents(path), path);
        QVERIFY(report.ok());
        if (report->isValid())
            accepted.append(path);
    }
    qInfo("%d of %d invalid files refused", static_cast<int>(paths.size() - accepted.size()),
          static_cast<int>(paths.size()));
    QCOMPARE(accepted, QStringList());
}

void TestXliff2Suites::findingsHaveAPlaceAndARule()
{
    const QRegularExpression code(QStringLiteral("^(xliff|xml)\\.[a-z-]+$"));
    const QRegularExpression section(QStringLiteral("^(XLIFF 2\\.[12], [2-5](\\.[0-9]+)* .+|XML 1\\.0)$"));
    for (const QString &path : files({QStringLiteral("invalid")})) {
        const auto report = conformance::validateXliff2(contents(path), path);
        QVERIFY(report.ok());
        for (const conformance::Finding &finding : report->findings) {
            QVERIFY2(finding.line > 0 && finding.column > 0, qPrintable(path));
            QVERIFY2(code.match(finding.code).hasMatch(), qPrintable(finding.code));
            QVERIFY2(section.match(finding.section).hasMatch(), qPrintable(finding.section));
            QVERIFY2(finding.message.endsWith(u'.'), qPrintable(finding.message));
        }
    }
}

QTEST_APPLESS_MAIN(TestXliff2Suites)
#include "tst_xliff2_suites.moc"
