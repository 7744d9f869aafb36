// bench_termbase
// The termbase at 100,000 entries: importing a table into a store, against writing the same texts into one
// bare SQLite table; loading it; searching as one types, against a pass over all terms; adding a term until
// its hits in a document of 500 segments are there, against building the matcher for it. Exit status 1 when a
// ratio that is promised does not hold.

#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/additions.h"
#include "glossary/engine/entry_search.h"
#include "glossary/engine/term_store.h"
#include "glossary/engine/tsv.h"
#include "plugins/glossary-alignment/glossary_shelf.h"
#include "text/term_key.h"

#include <sqlite3.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace verbale;
using namespace verbale::glossary;

namespace {

constexpr int entryCount = 100'000;
constexpr int segmentCount = 500;

template <typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// A table of rows made from the shipped glossary's words, always the same.
struct Made
{
    QByteArray table;
    QStringList segments;
};

Made madeRows()
{
    QRandomGenerator random(2026);
    QStringList vietnamese;
    QStringList english;
    const Result<Termbase> shipped = builtinGlossary();
    if (!shipped)
        return {};
    for (const ConceptEntry &entry : shipped->entries()) {
        vietnamese += entry.terms.first().text.split(u' ');
        english += entry.terms.last().text.split(u' ');
    }
    const auto phrase = [&random](const QStringList &words, int least, int most) {
        QStringList parts;
        for (int i = random.bounded(least, most); i > 0; --i)
            parts.append(words[random.bounded(words.size())]);
        return parts.join(u' ');
    };
    Made made;
    QString table = QStringLiteral("id\tvi\ten\tpos\tdomain\tstatus\ten_variants\tnote\tauthority\n");
    for (int i = 0; i < entryCount; ++i)
        table += QStringLiteral("e%1\t%2\t%3\tnoun\tdomain-%4\tadmitted\t%5\t\tBộ Ngoại giao\n")
                     .arg(i)
                     .arg(phrase(vietnamese, 2, 7), phrase(english, 1, 5))
                     .arg(i % 20)
                     .arg(phrase(english, 2, 5));
    made.table = table.toUtf8();
    for (int i = 0; i < segmentCount; ++i)
        made.segments.append(phrase(vietnamese, 15, 35) + QStringLiteral(" thuật ngữ vừa thêm"));
    return made;
}

/// The same texts in a table without anything: what SQLite itself needs.
double bareInserts(const QString &path, const QList<ConceptEntry> &entries)
{
    return milliseconds([&] {
        sqlite3 *database = nullptr;
        sqlite3_open(path.toUtf8().constData(), &database);
        sqlite3_exec(database,
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN;"
                     "CREATE TABLE bare (a TEXT, b TEXT, c TEXT, d TEXT, e TEXT)",
                     nullptr, nullptr, nullptr);
        sqlite3_stmt *insert = nullptr;
        sqlite3_prepare_v2(database, "INSERT INTO bare VALUES (?1, ?2, ?3, ?4, ?5)", -1, &insert, nullptr);
        const auto put = [insert](const std::array<QString, 5> &values) {
            for (int i = 0; i < 5; ++i) {
                const QByteArray utf8 = values[static_cast<std::size_t>(i)].toUtf8();
                sqlite3_bind_text(insert, i + 1, utf8.constData(), static_cast<int>(utf8.size()),
                                  SQLITE_TRANSIENT);
            }
            sqlite3_step(insert);
            sqlite3_reset(insert);
        };
        for (const ConceptEntry &entry : entries) {
            put({entry.id, entry.domain, entry.partOfSpeech, entry.note, entry.authority});
            for (const Term &term : entry.terms)
                put({entry.id, term.language, term.text, term.reason, term.replacement});
        }
        sqlite3_finalize(insert);
        sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
        sqlite3_close(database);
    });
}

/// The slowest and the usual time of what one types, letter by letter.
struct Typing
{
    double slowest = 0;
    double mean = 0;
    double meanPass = 0; ///< of a plain pass over all terms
};

Typing typing(const EntrySearch &search, const std::vector<QString> &folded)
{
    Typing times;
    int count = 0;
    for (const char16_t *word : {u"hội nghị cấp cao", u"bo ngoai giao", u"ng h", u"a", u"committee", u"đ",
                                 u"thỏa thuận", u"of the", u"zz"}) {
        const QString text = QString::fromUtf16(word);
        for (qsizetype length = 1; length <= text.size(); ++length) {
            const QString typed = text.first(length);
            const double time = milliseconds([&] { static_cast<void>(search.find(typed, 200)); });
            times.slowest = std::max(times.slowest, time);
            times.mean += time;
            const QString bare = withoutMarks(text::foldTerm(typed));
            times.meanPass += milliseconds([&] {
                static_cast<void>(std::count_if(folded.begin(), folded.end(), [&bare](const QString &term) {
                    return term.contains(bare);
                }));
            });
            ++count;
        }
    }
    times.mean /= count;
    times.meanPass /= count;
    return times;
}

long hitsIn(const TermMatcher &matcher, const QStringList &segments)
{
    long count = 0;
    for (const QString &segment : segments)
        count += static_cast<long>(matcher.find(segment).size());
    return count;
}

bool promised(const char *what, double ratio, double most)
{
    if (ratio <= most)
        return true;
    std::printf("the promise for %s is at most %.2fx\n", what, most);
    return false;
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    const Made made = madeRows();
    const QString path = folder.filePath(QStringLiteral("own.vtb"));
    Result<TermStore> store = TermStore::open(path);
    if (!store || made.table.isEmpty()) {
        std::fputs("the termbase could not be made\n", stderr);
        return 2;
    }
    GlossaryContents contents;
    Additions additions;
    const double reading =
        milliseconds([&] { contents = readTsv(made.table, QStringLiteral("a.tsv")).value(); });
    const double comparing = milliseconds([&] { additions = additionsTo({}, {contents}, {}); });
    const double writing = milliseconds([&] {
        if (!store->apply(additions.edits, {QStringLiteral("import"), {}}, {}))
            std::fputs("the import failed\n", stderr);
    });
    const double bare = bareInserts(folder.filePath(QStringLiteral("bare.db")), contents.termbase.entries());
    StoreContents loaded;
    const double loading = milliseconds([&] { loaded = store->load().value(); });
    std::printf("%lld entries: TSV read in %.0f ms, compared in %.0f ms, stored in %.0f ms (in all %.0f ms); "
                "bare inserts %.0f ms: %.2fx; loaded in %.0f ms\n",
                static_cast<long long>(loaded.termbase.entries().size()), reading, comparing, writing,
                reading + comparing + writing, bare, writing / bare, loading);

    const auto termbase = std::make_shared<const Termbase>(loaded.termbase);
    std::vector<QString> folded;
    for (const ConceptEntry &entry : termbase->entries()) {
        for (const Term &term : entry.terms)
            folded.push_back(withoutMarks(text::foldTerm(term.text)));
    }
    EntrySearch search(termbase);
    const double building = milliseconds([&] { search = EntrySearch(termbase); });
    double slowestAdd = 0;
    for (int i = 0; i < 500; ++i) {
        ConceptEntry entry = termbase->entries()[i * 7];
        slowestAdd = std::max(slowestAdd, milliseconds([&] { search.add(std::move(entry)); }));
    }
    const Typing times = typing(search, folded);
    std::printf(
        "search: made in %.0f ms, the slowest of 500 added entries took %.3f ms; as one types %.2f ms "
        "(slowest %.2f ms); a plain pass %.2f ms: %.2fx\n",
        building, slowestAdd, times.mean, times.slowest, times.meanPass, times.mean / times.meanPass);

    alignment::GlossaryShelf shelf;
    const QStringList both{path, QStringLiteral("builtin")};
    const double shelving = milliseconds([&] { static_cast<void>(shelf.take(both, QStringLiteral("vi"))); });
    const long before = hitsIn(*shelf.take(both, QStringLiteral("vi")).value().matcher, made.segments);
    long after = 0;
    const ConceptEntry fresh{{},
                             {},
                             {},
                             {},
                             {},
                             {{QStringLiteral("vi"), QStringLiteral("thuật ngữ vừa thêm")},
                              {QStringLiteral("en"), QStringLiteral("term just added")}}};
    double commit = 0;
    double take = 0;
    double find = 0;
    commit = milliseconds([&] {
        static_cast<void>(store->apply({{{}, fresh}}, {QStringLiteral("add"), {}}, {}));
    });
    std::shared_ptr<const TermMatcher> matcher;
    take = milliseconds([&] { matcher = shelf.take(both, QStringLiteral("vi")).value().matcher; });
    find = milliseconds([&] { after = hitsIn(*matcher, made.segments); });
    std::printf("a term added: committed in %.2f ms, in the matcher after %.2f ms, %d segments searched in "
                "%.2f ms (in all %.2f ms, %ld more hits); building the matcher anew %.0f ms: %.3fx\n",
                commit, take, segmentCount, find, commit + take + find, after - before, shelving,
                (commit + take + find) / shelving);
    const bool kept = promised("storing", writing / bare, 8) &&
                      promised("searching", times.mean / times.meanPass, 2) &&
                      promised("adding a term", (commit + take + find) / shelving, 0.2);
    // In some segments a longer term lies across the new one.
    return kept && after > before + segmentCount * 9 / 10 ? 0 : 1;
}
