#include "glossary/engine/entry_search.h"
#include "glossary/engine/tsv.h"
#include "text/term_key.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Termbase> termbase(const QString &rows)
{
    const Result<GlossaryContents> contents =
        readTsv((u"id\tvi\ten\tstatus\ten_variants\n"_s + rows).toUtf8(), u"a.tsv"_s);
    return std::make_shared<const Termbase>(contents ? contents->termbase : Termbase());
}

QString shown(const std::vector<EntrySearch::Hit> &hits)
{
    QStringList list;
    for (const EntrySearch::Hit &hit : hits)
        list.append(hit.entry->id + u'=' + rankName(hit.rank));
    return list.join(u' ');
}

} // namespace

class TestEntrySearch : public QObject
{
    Q_OBJECT

private slots:
    void ranks_data();
    void ranks();
    void keepsToTheLimit();
    void namesTheTermThatFits();
    void agreesWithASlowSearch();
    void keepsUpWithEdits();
    void listsInTheAlphabetsOrder();
    void findsTheSameTerm();
    void takesOnlyWhatIsAccepted();
};

void TestEntrySearch::ranks_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("exact before prefix before words")
        << u"hội nghị"_s << u"conference=exact summit=prefix preparatory=words host=words"_s;
    QTest::newRow("case and white space")
        << u" HỘI   NGHỊ "_s << u"conference=exact summit=prefix preparatory=words host=words"_s;
    QTest::newRow("without marks")
        << u"hoi nghi"_s
        << u"conference=no-diacritics summit=no-diacritics preparatory=no-diacritics "
           u"host=no-diacritics"_s;
    QTest::newRow("đ without its bar") << u"bien dong"_s << u"sea=no-diacritics scs=no-diacritics"_s;
    QTest::newRow("wrong marks find nothing by marks") << u"hôi nghi"_s
                                                       << u"conference=no-diacritics summit=no-diacritics "
                                                          u"preparatory=no-diacritics host=no-diacritics"_s;
    QTest::newRow("words in any order") << u"cao cấp"_s << u"summit=words"_s;
    QTest::newRow("beginnings of words")
        << u"ng h"_s << u"conference=words preparatory=words summit=words host=words"_s;
    QTest::newRow("English") << u"summ"_s << u"summit=prefix"_s;
    QTest::newRow("a usable term before a forbidden one") << u"biển đông"_s << u"sea=exact scs=exact"_s;
    QTest::newRow("not inside a word") << u"ummit"_s << u""_s;
    QTest::newRow("nothing typed") << u"  "_s << u""_s;
    QTest::newRow("nothing there") << u"zzz"_s << u""_s;
}

void TestEntrySearch::ranks()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const EntrySearch search(termbase(u"scs\tbiển Đông\tSouth China Sea\tforbidden\t\n"
                                      u"summit\tHội nghị Cấp cao\tsummit\t\t\n"
                                      u"preparatory\tvụ hội nghị\tdepartment\t\t\n"
                                      u"host\tnước chủ trì hội nghị\thost country\t\t\n"
                                      u"conference\thội nghị\tconference\t\t\n"
                                      u"sea\tBiển Đông\tEast Sea\t\t\n"_s));
    QCOMPARE(shown(search.find(typed, 10)), expected);
}

void TestEntrySearch::keepsToTheLimit()
{
    QString rows;
    for (int i = 0; i < 50; ++i)
        rows += u"e%1\thợp tác %1\tcooperation %1\t\tcooperating %1\n"_s.arg(i);
    const EntrySearch search(termbase(rows));
    QCOMPARE(search.find(u"coop"_s, 7).size(), 7U);
    QCOMPARE(search.find(u"coop"_s, 1000).size(), 50U); // an entry counts once
    QVERIFY(search.find(u"coop"_s, 0).empty());
}

void TestEntrySearch::namesTheTermThatFits()
{
    const EntrySearch search(termbase(u"a\tnghị quyết\tresolution\t\tdecision|formal resolution\n"_s));
    const auto hits = search.find(u"formal"_s, 5);
    QCOMPARE(hits.size(), 1U);
    QCOMPARE(hits.front().term->text, u"formal resolution"_s);
    QVERIFY(EntrySearch(std::make_shared<const Termbase>()).find(u"x"_s, 5).empty());
}

/// The entries found are those of which some term has, marks aside, a word for each typed one.
void TestEntrySearch::agreesWithASlowSearch()
{
    QRandomGenerator random(84);
    const QStringList words{u"hội"_s,  u"hoi"_s, u"họp"_s, u"nghị"_s, u"đông"_s,
                            u"dong"_s, u"a"_s,   u"an"_s,  u"UN"_s};
    const auto phrase = [&](int most) {
        QStringList parts;
        for (int i = 0; i <= random.bounded(most); ++i)
            parts.append(words[random.bounded(words.size())]);
        return parts.join(u' ');
    };
    for (int round = 0; round < 100; ++round) {
        QString rows;
        for (int i = 0; i < 8; ++i)
            rows += u"e%1\t%2\t%3\t\t\n"_s.arg(i).arg(phrase(4), phrase(3));
        const auto base = termbase(rows);
        const QString typed = phrase(2).left(random.bounded(1, 8)).trimmed();
        const QStringList wanted = withoutMarks(text::foldTerm(typed)).split(u' ', Qt::SkipEmptyParts);
        QSet<QString> expected;
        for (const ConceptEntry &entry : base->entries()) {
            for (const Term &term : entry.terms) {
                const QStringList has = withoutMarks(text::foldTerm(term.text)).split(u' ');
                const auto held = [&](const QString &word) {
                    return std::any_of(has.begin(), has.end(),
                                       [&](const QString &own) { return own.startsWith(word); });
                };
                if (!wanted.isEmpty() && std::all_of(wanted.begin(), wanted.end(), held))
                    expected.insert(entry.id);
            }
        }
        QSet<QString> found;
        for (const EntrySearch::Hit &hit : EntrySearch(base).find(typed, 100))
            found.insert(hit.entry->id);
        QVERIFY2(found == expected, qPrintable(typed + u'\n' + rows));
    }
}

/// After any additions and removals a search finds what one finds that was made of the entries that are left.
void TestEntrySearch::keepsUpWithEdits()
{
    QRandomGenerator random(85);
    const QStringList words{u"hội"_s, u"hoi"_s, u"nghị"_s, u"đông"_s, u"an"_s, u"UN"_s};
    const auto phrase = [&](int most) {
        QStringList parts;
        for (int i = 0; i <= random.bounded(most); ++i)
            parts.append(words[random.bounded(words.size())]);
        return parts.join(u' ');
    };
    EntrySearch search;
    QMap<qsizetype, ConceptEntry> left;
    for (int round = 0; round < 400; ++round) {
        if (left.isEmpty() || random.bounded(3) > 0) {
            const ConceptEntry made{
                u"e%1"_s.arg(round), {}, {}, {}, {}, {{u"vi"_s, phrase(4)}, {u"en"_s, phrase(3)}}};
            left.insert(search.add(made), made);
        } else {
            const qsizetype number = left.keys()[random.bounded(left.size())];
            search.remove(number);
            left.remove(number);
        }
        QCOMPARE(search.count(), left.size());
        const EntrySearch fresh(std::make_shared<const Termbase>(QString(), left.values()));
        const QString typed = phrase(2).left(random.bounded(1, 8)).trimmed();
        const std::size_t limit = static_cast<std::size_t>(random.bounded(1, 12));
        QCOMPARE(shown(search.find(typed, limit)), shown(fresh.find(typed, limit)));
        QCOMPARE(shown(search.all(limit)), shown(fresh.all(limit)));
    }
}

void TestEntrySearch::listsInTheAlphabetsOrder()
{
    const EntrySearch search(termbase(u"d\tđại sứ\tambassador\t\t\nc\tcông hàm\tnote\t\t\n"
                                      u"e\tĐại hội\tcongress\t\t\na\tấn phẩm\tpublication\t\t\n"_s));
    QCOMPARE(shown(search.all(10)), u"a=exact c=exact e=exact d=exact"_s);
    QCOMPARE(shown(search.all(2)), u"a=exact c=exact"_s);
}

void TestEntrySearch::findsTheSameTerm()
{
    const EntrySearch search(termbase(u"a\thòa bình\tpeace\t\t\nb\tHoà Bình\tHoa Binh\t\t\n"
                                      u"c\thòa bình và an ninh\tpeace\t\t\n"_s));
    QCOMPARE(shown(search.same(u"HÒA BÌNH"_s)), u"a=exact b=exact"_s);
    QCOMPARE(shown(search.same(u"peace"_s)), u"a=exact c=exact"_s);
    QCOMPARE(shown(search.same(u"hoa binh"_s)), u"b=exact"_s); // marks count
    QCOMPARE(shown(search.same(u"hòa"_s)), QString());
}

void TestEntrySearch::takesOnlyWhatIsAccepted()
{
    const EntrySearch search(termbase(u"a\thợp tác\tcooperation\t\t\nb\thợp tác xã\tcooperative\t\t\n"_s));
    const auto second = [](qsizetype number, const ConceptEntry &) { return number == 1; };
    QCOMPARE(shown(search.find(u"hợp"_s, 5, second)), u"b=prefix"_s);
    QCOMPARE(shown(search.find(u"tac"_s, 5, second)), u"b=no-diacritics"_s);
    QCOMPARE(shown(search.all(5, second)), u"b=exact"_s);
}

QTEST_GUILESS_MAIN(TestEntrySearch)
#include "tst_entry_search.moc"
