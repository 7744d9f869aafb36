#include "session/loaded_termbase.h"

#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/overrides.h"
#include "session/glossary_sources.h"

#include <QtCore/QFileInfo>

namespace verbale::session {

namespace {

constexpr int busyMilliseconds = 250; // the GUI thread does not wait longer for another program
constexpr qint64 fewChanges = 200;    // are taken one by one

QString nameOf(const QString &path)
{
    return path == QLatin1String(glossary::builtinGlossaryName) ? path : QFileInfo(path).completeBaseName();
}

QDateTime modifiedOf(const QString &path)
{
    return path == QLatin1String(glossary::builtinGlossaryName) ? QDateTime()
                                                                : QFileInfo(path).lastModified();
}

} // namespace

std::shared_ptr<LoadedTermbase> LoadedTermbase::load(const QString &path, bool own)
{
    auto loaded = std::make_shared<LoadedTermbase>();
    TermbaseInfo &info = loaded->m_info;
    info.path = path;
    info.name = nameOf(path);
    info.own = own;
    info.exists = path == QLatin1String(glossary::builtinGlossaryName) || QFileInfo::exists(path);
    if (own && !info.exists)
        return loaded;
    if (info.exists && glossary::isStoreFile(path)) {
        loaded->open();
        return loaded;
    }
    loaded->m_modified = modifiedOf(path);
    constexpr qsizetype warnings = 20;
    info.readOnly = true;
    Result<glossary::GlossaryContents> contents = loadGlossary({path});
    if (!contents) {
        info.problem = contents.error().text();
        return loaded;
    }
    QList<Error> rejected;
    sortFindings(*contents, rejected, info.warnings);
    for (const Error &error : rejected.first(qMin(warnings, rejected.size())))
        info.warnings.append(error.text());
    glossary::StoreContents all;
    all.termbase = std::move(contents->termbase);
    loaded->take(std::move(all));
    return loaded;
}

bool LoadedTermbase::isOutdated() const
{
    return !m_store && !m_info.own && modifiedOf(m_info.path) != m_modified;
}

void LoadedTermbase::open()
{
    glossary::StoreOptions options;
    options.busyMilliseconds = busyMilliseconds;
    Result<glossary::TermStore> store = glossary::TermStore::open(m_info.path, options);
    Result<glossary::StoreContents> contents =
        store ? store->load() : Result<glossary::StoreContents>(store.error());
    if (!contents) {
        m_info.problem = contents.error().text();
        m_info.readOnly = true;
        return;
    }
    m_store = *std::move(store);
    m_info.exists = true;
    m_info.readOnly = m_store->isReadOnly();
    take(*std::move(contents));
    static_cast<void>(readRecords());
}

void LoadedTermbase::take(glossary::StoreContents contents)
{
    m_changeNumber = contents.number;
    const auto termbase = std::make_shared<const glossary::Termbase>(std::move(contents.termbase));
    const QList<glossary::ConceptEntry> &entries = termbase->entries();
    m_byId.reserve(entries.size());
    for (qsizetype number = 0; number < entries.size(); ++number) {
        count(entries[number], 1);
        m_byId.insert(entries[number].id, number);
        if (number < contents.positions.size())
            m_byPosition.insert(contents.positions[number], number);
    }
    m_search = glossary::EntrySearch(termbase);
    m_info.entries = m_search.count();
}

void LoadedTermbase::count(const glossary::ConceptEntry &entry, int by)
{
    const auto add = [by](QMap<QString, qint64> &counts, const QString &name) {
        if (name.isEmpty())
            return;
        qint64 &counted = counts[name];
        counted += by;
        if (counted == 0)
            counts.remove(name);
    };
    add(m_domains, entry.domain);
    add(m_authorities, entry.authority);
    if (entry.overrides.isEmpty())
        return;
    if (by > 0)
        m_overrides.insert(entry.id, glossary::overriddenKeys(entry));
    else
        m_overrides.remove(entry.id);
}

void LoadedTermbase::add(qint64 position, const glossary::ConceptEntry &entry)
{
    const qsizetype number = m_search.add(entry);
    count(entry, 1);
    m_byId.insert(entry.id, number);
    m_byPosition.insert(position, number);
}

void LoadedTermbase::remove(qint64 position)
{
    const auto known = m_byPosition.constFind(position);
    if (known == m_byPosition.cend())
        return;
    const qsizetype number = *known;
    const glossary::ConceptEntry &entry = m_search.entry(number);
    count(entry, -1);
    if (m_byId.value(entry.id, -1) == number)
        m_byId.remove(entry.id);
    m_search.remove(number);
    m_byPosition.erase(known);
}

Result<void> LoadedTermbase::create()
{
    if (m_store)
        return {};
    const QString former = std::exchange(m_info.problem, {});
    open();
    if (m_store)
        return {};
    return Error{QStringLiteral("termbase.unusable"), m_info.problem.isEmpty() ? former : m_info.problem, {}};
}

Result<bool> LoadedTermbase::follow()
{
    if (!m_store)
        return true;
    const Result<qint64> count = m_store->changeCountSince(m_changeNumber);
    if (!count)
        return count.error();
    if (*count > fewChanges)
        return false;
    const Result<glossary::StoreChanges> changes = m_store->changesSince(m_changeNumber);
    if (!changes) {
        if (changes.error().code == QLatin1String("store.other-history"))
            return false;
        return changes.error();
    }
    for (const glossary::EntryState &state : changes->entries)
        remove(state.position);
    for (const glossary::EntryState &state : changes->entries) {
        if (state.entry)
            add(state.position, *state.entry);
    }
    m_changeNumber = changes->number;
    m_info.entries = m_search.count();
    if (changes->recordsChanged)
        static_cast<void>(readRecords());
    return true;
}

Result<void> LoadedTermbase::readRecords()
{
    Result<QHash<QString, glossary::EntryRecord>> records = m_store->records();
    if (!records)
        return records.error();
    m_records = *std::move(records);
    return {};
}

} // namespace verbale::session
