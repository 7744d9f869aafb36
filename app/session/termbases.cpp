#include "session/termbases.h"

#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/overrides.h"
#include "session/termbases_private.h"
#include "session/xdg_folders.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFileInfo>
#include <QtCore/QProcessEnvironment>

#include <algorithm>

namespace verbale::session {

using glossary::EntrySearch;

namespace {

/// The ids of a termbase among the keys.
QSet<QString> idsOf(const QSet<QString> &keys, const QString &path)
{
    QSet<QString> ids;
    const QString prefix = path + u'#';
    for (const QString &key : keys) {
        if (key.startsWith(prefix))
            ids.insert(key.mid(prefix.size()));
    }
    return ids;
}

bool hasStatus(const glossary::ConceptEntry &entry, TermStatus status)
{
    return std::any_of(entry.terms.begin(), entry.terms.end(),
                       [status](const glossary::Term &term) { return term.status == status; });
}

struct Candidate
{
    EntrySearch::Hit hit;
    const LoadedTermbase *termbase;
    std::pair<QString, QString> sortKey;
};

} // namespace

QString ownTermbaseFile()
{
    return xdgFolder(QProcessEnvironment::systemEnvironment(), QStringLiteral("XDG_DATA_HOME"),
                     QStringLiteral(".local/share")) +
           QLatin1String("/verbale/terms.vtb");
}

QStringList glossariesOf(const Settings &settings)
{
    if (!settings.glossaries.isEmpty())
        return settings.glossaries;
    return {ownTermbaseFile(), QLatin1String(glossary::builtinGlossaryName)};
}

QStringList existingGlossaries(QStringList glossaries)
{
    const QString own = ownTermbaseFile();
    glossaries.removeIf([&own](const QString &path) { return path == own && !QFileInfo::exists(path); });
    return glossaries;
}

TermbasesOptions termbasesOptions(const Settings &settings)
{
    QString user = qEnvironmentVariable("USER");
    if (user.isEmpty())
        user = qEnvironmentVariable("LOGNAME");
    return {glossariesOf(settings), ownTermbaseFile(), user};
}

LoadedTermbase *Termbases::Private::termbase(const QString &path) const
{
    const auto found = std::find_if(termbases.begin(), termbases.end(),
                                    [&path](const auto &one) { return one->info().path == path; });
    return found == termbases.end() ? nullptr : found->get();
}

LoadedTermbase &Termbases::Private::own() const
{
    return *termbase(options.ownFile);
}

void Termbases::Private::changed()
{
    ++revision;
    QList<glossary::OverridingTermbase> overriding;
    for (const auto &one : termbases)
        overriding.append({one->info().path, one->overrides()});
    const QList<QSet<QString>> ids = glossary::overriddenEntries(overriding);
    overridden.clear();
    for (qsizetype i = 0; i < ids.size(); ++i)
        overridden.insert(overriding[i].name, ids[i]);
}

TermRow Termbases::Private::rowOf(const LoadedTermbase &termbase, const EntrySearch::Hit &hit) const
{
    TermRow row;
    row.key = {termbase.info().path, hit.entry->id};
    row.entry = *hit.entry;
    row.term = hit.term ? hit.term - hit.entry->terms.constData() : 0;
    row.rank = hit.rank;
    row.overridden = isOverridden(row.key);
    row.readOnly = termbase.info().readOnly;
    return row;
}

Termbases::Termbases(TermbasesOptions options) : d(std::make_unique<Private>(std::move(options))) {}
Termbases::~Termbases() = default;

std::shared_ptr<Termbases> Termbases::open(const TermbasesOptions &options)
{
    QStringList paths = options.glossaries;
    if (!paths.contains(options.ownFile))
        paths.prepend(options.ownFile);
    paths.removeDuplicates();
    std::shared_ptr<Termbases> opened(new Termbases(options));
    for (const QString &path : paths)
        opened->d->termbases.push_back(LoadedTermbase::load(path, path == options.ownFile));
    opened->d->changed();
    return opened;
}

QFuture<std::shared_ptr<Termbases>> Termbases::openLater(const TermbasesOptions &options)
{
    return QtConcurrent::run([options] { return open(options); });
}

QList<TermbaseInfo> Termbases::list() const
{
    QList<TermbaseInfo> infos;
    for (const auto &one : d->termbases)
        infos.append(one->info());
    return infos;
}

QStringList Termbases::glossaries() const
{
    QStringList paths;
    for (const auto &one : d->termbases) {
        if (one->info().exists && one->info().problem.isEmpty())
            paths.append(one->info().path);
    }
    return paths;
}

quint64 Termbases::revision() const
{
    return d->revision;
}

TermRows Termbases::search(const TermFilter &filter, qsizetype limit) const
{
    const bool listing = filter.typed.trimmed().isEmpty();
    const auto most = static_cast<std::size_t>(qMax<qsizetype>(limit, 0)) + 1;
    std::vector<Candidate> found;
    for (const auto &one : d->termbases) {
        const QString &path = one->info().path;
        if (!filter.termbase.isEmpty() && filter.termbase != path)
            continue;
        const QSet<QString> wanted = filter.keys ? idsOf(*filter.keys, path) : QSet<QString>();
        const QSet<QString> hidden = filter.overridden ? QSet<QString>() : d->overridden.value(path);
        const auto accept = [&](qsizetype, const glossary::ConceptEntry &entry) {
            return (!filter.domain || entry.domain == *filter.domain) &&
                   (!filter.authority || entry.authority == *filter.authority) &&
                   (!filter.status || hasStatus(entry, *filter.status)) &&
                   (!filter.keys || wanted.contains(entry.id)) && !hidden.contains(entry.id) &&
                   (!filter.confirmed || record({path, entry.id}).confirmed.isValid() == *filter.confirmed);
        };
        for (const EntrySearch::Hit &hit :
             listing ? one->search().all(most, accept) : one->search().find(filter.typed, most, accept))
            found.push_back({hit, one.get(), {}});
    }
    if (listing && d->termbases.size() > 1) {
        for (Candidate &candidate : found)
            candidate.sortKey = EntrySearch::sortKey(candidate.hit.term->text);
        std::stable_sort(found.begin(), found.end(),
                         [](const Candidate &a, const Candidate &b) { return a.sortKey < b.sortKey; });
    } else if (!listing) {
        std::stable_sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) {
            return a.hit.closeness < b.hit.closeness;
        });
    }
    TermRows rows;
    rows.more = found.size() >= most;
    for (std::size_t i = 0; i < std::min(found.size(), most - 1); ++i)
        rows.rows.append(d->rowOf(*found[i].termbase, found[i].hit));
    return rows;
}

std::optional<TermRow> Termbases::find(const EntryKey &key) const
{
    const LoadedTermbase *termbase = d->termbase(key.termbase);
    const qsizetype number = termbase ? termbase->numberOf(key.id) : -1;
    if (number < 0)
        return std::nullopt;
    EntrySearch::Hit hit;
    hit.entry = &termbase->search().entry(number);
    return d->rowOf(*termbase, hit);
}

QStringList Termbases::domains() const
{
    QMap<QString, qint64> all;
    for (const auto &one : d->termbases)
        all.insert(one->domains());
    return all.keys();
}

QStringList Termbases::authorities() const
{
    QMap<QString, qint64> all;
    for (const auto &one : d->termbases)
        all.insert(one->authorities());
    return all.keys();
}

glossary::EntryRecord Termbases::record(const EntryKey &key) const
{
    return d->own().records().value(d->recordKey(key));
}

Result<bool> Termbases::refresh()
{
    bool whole = true;
    for (const auto &one : d->termbases) {
        const bool appeared = !one->info().exists && QFileInfo::exists(one->info().path);
        const Result<bool> followed = appeared ? Result<bool>(false) : one->follow();
        if (!followed)
            return followed.error();
        whole = whole && *followed && !one->isOutdated();
    }
    d->changed();
    return whole;
}

QFuture<Result<TermbaseUpdate>> Termbases::reload(const QString &termbase) const
{
    const bool own = termbase == d->options.ownFile;
    return QtConcurrent::run([termbase, own]() -> Result<TermbaseUpdate> {
        TermbaseUpdate update;
        update.termbase = termbase;
        update.loaded = LoadedTermbase::load(termbase, own);
        return update;
    });
}

void Termbases::take(const TermbaseUpdate &update)
{
    if (!update.loaded)
        return;
    for (auto &one : d->termbases) {
        if (one->info().path != update.termbase)
            continue;
        one = update.loaded;
        static_cast<void>(one->follow()); // what was edited here meanwhile
    }
    d->changed();
}

} // namespace verbale::session
