#include "command_line_test.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtTest/QtTest>

using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

/// Material that lies beside the repository, not in it.
QString sharedFolder()
{
    const QString named = qEnvironmentVariable("VERBALE_SHARED");
    return named.isEmpty() ? QStringLiteral(VERBALE_SOURCE_DIR "/../shared") : named;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// Texts as they really come: articles saved from the web, and the bundled sample.
class tst_CommandLineArticles : public QObject
{
    Q_OBJECT
private slots:
    void offsetsAndOrder_data();
    void offsetsAndOrder();
    void draftIsValid_data() { offsetsAndOrder_data(); }
    void draftIsValid();
};

void tst_CommandLineArticles::offsetsAndOrder_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("sample") << QStringLiteral(VERBALE_SOURCE_DIR "/docs/sample/thong-cao-mau.txt");
    const QDir folder(sharedFolder() + u"/real-input"_s);
    const QStringList names = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        QTest::newRow("saved articles") << QString();
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void tst_CommandLineArticles::offsetsAndOrder()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("no saved articles in ../shared/real-input (VERBALE_SHARED can name another folder)");
    const QString text = textOf(path);
    QVERIFY(!text.isEmpty());
    Workplace place;
    const Outcome segments = place.run({u"segment"_s, u"--tsv"_s, path});
    QVERIFY2(segments.status == 0 && segments.err.isEmpty(), segments.text().constData());
    const QList<QStringList> sentences = tsvRows(segments.out);
    QVERIFY(sentences.size() > 5);
    qint64 end = 0;
    for (const QStringList &row : sentences) {
        QVERIFY(row[0].toLongLong() >= end);
        end = row[1].toLongLong();
        QCOMPARE(row[2], codePoints(text, row[0].toLongLong(), end));
    }
    const Outcome terms = place.run({u"terms"_s, u"--tsv"_s, path});
    QVERIFY2(terms.status == 0 && terms.err.isEmpty(), terms.text().constData());
    const QList<QStringList> hits = tsvRows(terms.out);
    QVERIFY(hits.size() > sentences.size());
    end = 0;
    for (const QStringList &row : hits) {
        QVERIFY(row[1].toLongLong() >= end); // without --all no hit overlaps another
        end = row[2].toLongLong();
        QCOMPARE(row[3], codePoints(text, row[1].toLongLong(), end));
        QVERIFY(!row[4].isEmpty() && !row[5].isEmpty() && !row[6].isEmpty());
    }
}

void tst_CommandLineArticles::draftIsValid()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("no saved articles in ../shared/real-input (VERBALE_SHARED can name another folder)");
    Workplace place;
    const Outcome drafted = place.run({u"draft"_s, path, u"-o"_s, u"out.xlf"_s});
    QVERIFY2(drafted.status == 0 && drafted.err.isEmpty(), drafted.text().constData());

    // The XLIFF holds the sentences that `segment` prints, in that order.
    const QList<QStringList> sentences = tsvRows(place.run({u"segment"_s, u"--tsv"_s, path}).out);
    const QList<QStringList> rows = tsvRows(place.run({u"export"_s, u"out.xlf"_s, u"--to"_s, u"tsv"_s}).out);
    QCOMPARE(rows.size(), sentences.size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        QCOMPARE(rows[i][3], sentences[i][2]);
    const qsizetype hits = tsvRows(place.run({u"terms"_s, u"--tsv"_s, path}).out).size();
    QCOMPARE(place.content(u"out.xlf"_s).count("type=\"term\""), hits);

    const QString schema = sharedFolder() + u"/standards/xliff-2/oasis-21/schemas/xliff_core_2.0.xsd"_s;
    const QString xmllint = QStandardPaths::findExecutable(u"xmllint"_s);
    if (xmllint.isEmpty() || !QFile::exists(schema))
        QSKIP("xmllint or the OASIS schemas are not here: validity was not checked");
    QProcess lint;
    lint.start(xmllint, {u"--nonet"_s, u"--noout"_s, u"--schema"_s, schema, u"out.xlf"_s});
    QVERIFY(lint.waitForFinished());
    QVERIFY2(lint.exitCode() == 0, lint.readAllStandardError().constData());
}

QTEST_GUILESS_MAIN(tst_CommandLineArticles)
#include "tst_command_line_articles.moc"
