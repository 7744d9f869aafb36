// The same text with every kind of line end: the same sentences, terms and draft, each at its place.

#include "command_line_test.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

const QString sample = u"Hội nghị Bộ trưởng Ngoại giao ASEAN khai mạc tại Sao Mai\n"
                       u"\n"
                       u"Ngày 12/9, Hội nghị Bộ trưởng Ngoại giao ASEAN đã khai mạc. 😀 Việt Nam là chủ nhà.\n"
                       u"\n"
                       u"Bộ trưởng Ngoại giao phát biểu: “Hòa bình và ổn định là lợi ích chung.” Các nước "
                       u"ASEAN nhất trí.\n"
                       u"Phiên bế mạc diễn ra vào chiều nay.\n"_s;

const QString glossary = u"id\tvi\ten\n"
                         u"amm\tHội nghị Bộ trưởng Ngoại giao ASEAN\tASEAN Foreign Ministers' Meeting\n"
                         u"peace\thòa bình\tpeace\n"
                         u"vn\tViệt Nam\tViet Nam\n"_s;

QString withEnds(const QStringList &ends)
{
    QString text;
    qsizetype next = 0;
    for (const QChar c : sample)
        text += c == u'\n' ? ends[next++ % ends.size()] : QString(c);
    return text;
}

} // namespace

class tst_CommandLineLineEnds : public QObject
{
    Q_OBJECT
private slots:
    void kinds_data();
    void kinds();
};

void tst_CommandLineLineEnds::kinds_data()
{
    QTest::addColumn<QStringList>("ends");
    QTest::newRow("crlf") << QStringList{u"\r\n"_s};
    QTest::newRow("cr") << QStringList{u"\r"_s};
    QTest::newRow("mixed") << QStringList{u"\r\n"_s, u"\n"_s, u"\r"_s, u"\u0085"_s, u"\u2029"_s};
    QTest::newRow("nel") << QStringList{u"\u0085"_s};
    QTest::newRow("line separator") << QStringList{u"\u2028"_s};
    QTest::newRow("paragraph separator") << QStringList{u"\u2029"_s};
}

void tst_CommandLineLineEnds::kinds()
{
    QFETCH(QStringList, ends);
    const QString text = withEnds(ends);
    Workplace place;
    place.put(u"lf.txt"_s, sample.toUtf8());
    place.put(u"other.txt"_s, text.toUtf8());
    place.put(u"terms.tsv"_s, glossary.toUtf8());

    const auto rows = [&](const QStringList &verb, const QString &file) {
        const Outcome outcome = place.run(verb + QStringList{file});
        [&] { QVERIFY2(outcome.status == 0, outcome.text().constData()); }();
        return tsvRows(outcome.out);
    };
    const QList<QStringList> sentences = rows({u"segment"_s, u"--tsv"_s}, u"lf.txt"_s);
    const QList<QStringList> others = rows({u"segment"_s, u"--tsv"_s}, u"other.txt"_s);
    QCOMPARE(sentences.size(), 5);
    QCOMPARE(others.size(), sentences.size());
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        QCOMPARE(others[i][2], sentences[i][2]);
        QCOMPARE(codePoints(text, others[i][0].toLongLong(), others[i][1].toLongLong()), others[i][2]);
    }

    const QStringList terms = {u"terms"_s, u"--tsv"_s, u"--glossary"_s, u"terms.tsv"_s};
    const QList<QStringList> hits = rows(terms, u"lf.txt"_s);
    const QList<QStringList> otherHits = rows(terms, u"other.txt"_s);
    QVERIFY(std::count_if(hits.begin(), hits.end(), [](const QStringList &hit) {
                return hit[4] == u"amm" || hit[4] == u"peace" || hit[4] == u"vn";
            }) >= 4);
    QCOMPARE(otherHits.size(), hits.size());
    for (qsizetype i = 0; i < hits.size(); ++i) {
        QCOMPARE(otherHits[i].mid(3), hits[i].mid(3));
        QCOMPARE(codePoints(text, otherHits[i][1].toLongLong(), otherHits[i][2].toLongLong()), hits[i][3]);
    }

    const auto targets = [&](const QString &file) {
        const Outcome outcome = place.run(
            {u"draft"_s, file, u"-o"_s, u"out.xlf"_s, u"--force"_s, u"--glossary"_s, u"terms.tsv"_s});
        [&] { QVERIFY2(outcome.status == 0, outcome.text().constData()); }();
        const QString xliff = QString::fromUtf8(place.content(u"out.xlf"_s));
        static const QRegularExpression content(u"<(source|target)[^>]*>(.*?)</\\1>"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
        QStringList found;
        for (auto all = content.globalMatch(xliff); all.hasNext();)
            found += all.next().captured(0);
        return found;
    };
    const QStringList drafted = targets(u"lf.txt"_s);
    QVERIFY(drafted.size() >= 5);
    QCOMPARE(targets(u"other.txt"_s), drafted);
}

QTEST_GUILESS_MAIN(tst_CommandLineLineEnds)
#include "tst_command_line_line_ends.moc"
