#include "session/termbases_private.h"

#include "glossary/engine/case_twins.h"
#include "glossary/engine/overrides.h"

#include <QtConcurrent/QtConcurrentRun>

namespace verbale::session {

using glossary::ConceptEntry;
using glossary::EntryEdit;

namespace {

constexpr qint64 fewChanges = 200; // are undone at once

Error noSuchEntry(const EntryKey &key)
{
    return {QStringLiteral("termbase.no-entry"),
            QStringLiteral("There is no entry \"%1\" any more.").arg(key.id),
            {key.termbase}};
}

Error readOnly(const QString &path)
{
    return {QStringLiteral("termbase.read-only"),
            QStringLiteral("This termbase may only be read. Save the entry: a copy of it in your own "
                           "termbase then stands for it."),
            {path}};
}

Result<void> checkTerms(const ConceptEntry &entry)
{
    const bool named = std::any_of(entry.terms.begin(), entry.terms.end(),
                                   [](const glossary::Term &term) { return !term.text.trimmed().isEmpty(); });
    if (named)
        return {};
    return Error{QStringLiteral("termbase.no-terms"),
                 QStringLiteral("This entry has no term. Write one in Vietnamese or English."),
                 {}};
}

} // namespace

QString entryLabel(const ConceptEntry &entry)
{
    const QString vi = glossary::mainText(entry, QStringLiteral("vi"));
    return vi.isEmpty() && !entry.terms.isEmpty() ? entry.terms.first().text : vi;
}

Result<LoadedTermbase *> Termbases::Private::editable(const QString &path) const
{
    LoadedTermbase *wanted = termbase(path.isEmpty() ? options.ownFile : path);
    if (!wanted)
        return Error{QStringLiteral("termbase.unknown"),
                     QStringLiteral("This termbase is not among those in use."),
                     {path}};
    if (wanted->info().readOnly)
        return wanted->info().problem.isEmpty()
                   ? readOnly(path)
                   : Error{QStringLiteral("termbase.unusable"), wanted->info().problem, {}};
    if (!wanted->store()) {
        if (const Result<void> made = wanted->create(); !made)
            return made.error();
    }
    return wanted;
}

Result<QStringList> Termbases::Private::apply(LoadedTermbase &termbase, const QList<EntryEdit> &edits,
                                              const glossary::StepName &name)
{
    Result<QStringList> ids = termbase.store()->apply(edits, name, options.user);
    if (!ids)
        return ids;
    const Result<bool> followed = termbase.follow();
    changed();
    return followed ? ids : followed.error();
}

Result<EntryKey> Termbases::add(const ConceptEntry &entry, const QString &termbase)
{
    if (const Result<void> checked = checkTerms(entry); !checked)
        return checked.error();
    const Result<LoadedTermbase *> target = d->editable(termbase);
    if (!target)
        return target.error();
    const Result<QStringList> ids =
        d->apply(**target, {{{}, entry}}, {QStringLiteral("add"), entryLabel(entry)});
    if (!ids)
        return ids.error();
    return EntryKey{(*target)->info().path, ids->first()};
}

Result<EntryKey> Termbases::save(const EntryKey &key, const ConceptEntry &entry)
{
    if (const Result<void> checked = checkTerms(entry); !checked)
        return checked.error();
    const LoadedTermbase *former = d->termbase(key.termbase);
    if (!former || former->numberOf(key.id) < 0)
        return noSuchEntry(key);
    const bool copy = former->info().readOnly;
    const Result<LoadedTermbase *> target = d->editable(copy ? QString() : key.termbase);
    if (!target)
        return target.error();
    EntryEdit edit{key.id, entry};
    if (copy) {
        edit.entry->overrides = key.toString();
        edit.id.clear();
        // An earlier copy is edited again.
        const QHash<QString, QStringList> &overrides = (*target)->overrides();
        for (auto earlier = overrides.cbegin(); earlier != overrides.cend(); ++earlier) {
            if (!earlier->contains(key.toString()))
                continue;
            edit.id = earlier.key();
            edit.entry->id = earlier.key();
            edit.entry->overrides = earlier->join(u'\n');
        }
        if (edit.id.isEmpty() && (*target)->numberOf(entry.id) >= 0)
            edit.entry->id.clear();
    }
    const Result<QStringList> ids = d->apply(**target, {edit}, {QStringLiteral("edit"), entryLabel(entry)});
    if (!ids)
        return ids.error();
    return EntryKey{(*target)->info().path, ids->first()};
}

Result<void> Termbases::remove(const QList<EntryKey> &keys)
{
    if (keys.isEmpty())
        return {};
    QList<EntryEdit> edits;
    QString label;
    for (const EntryKey &key : keys) {
        if (key.termbase != keys.first().termbase)
            return Error{
                QStringLiteral("termbase.mixed"),
                QStringLiteral("These entries are of several termbases. Remove those of one at a time."),
                {}};
        const std::optional<TermRow> row = find(key);
        if (!row)
            return noSuchEntry(key);
        if (row->readOnly)
            return readOnly(key.termbase);
        edits.append({key.id, std::nullopt});
        label = keys.size() == 1 ? entryLabel(row->entry) : QString::number(keys.size());
    }
    const Result<LoadedTermbase *> target = d->editable(keys.first().termbase);
    if (!target)
        return target.error();
    const Result<QStringList> done = d->apply(**target, edits, {QStringLiteral("remove"), label});
    return done ? Result<void>() : done.error();
}

Result<ConceptEntry> Termbases::merged(const QList<EntryKey> &keys) const
{
    QList<ConceptEntry> entries;
    for (const EntryKey &key : keys) {
        const std::optional<TermRow> row = find(key);
        if (!row)
            return noSuchEntry(key);
        entries.append(row->entry);
    }
    return mergedEntry(entries);
}

Result<EntryKey> Termbases::merge(const QList<EntryKey> &keys, const ConceptEntry &entry)
{
    if (const Result<void> checked = checkTerms(entry); !checked)
        return checked.error();
    QString target;
    for (const EntryKey &key : keys) {
        const std::optional<TermRow> row = find(key);
        if (!row)
            return noSuchEntry(key);
        if (!row->readOnly && target.isEmpty())
            target = key.termbase;
    }
    const Result<LoadedTermbase *> into = d->editable(target);
    if (!into)
        return into.error();
    const QString path = (*into)->info().path;
    EntryEdit kept{{}, entry};
    QList<EntryEdit> edits;
    QStringList overrides = glossary::overriddenKeys(entry);
    for (const EntryKey &key : keys) {
        if (key.termbase != path)
            overrides.append(key.toString());
        else if (kept.id.isEmpty())
            kept.id = key.id;
        else
            edits.append({key.id, std::nullopt});
        if (const std::optional<TermRow> row = find(key); row && key.termbase == path)
            overrides += glossary::overriddenKeys(row->entry);
    }
    overrides.removeDuplicates();
    kept.entry->overrides = overrides.join(u'\n');
    kept.entry->id = kept.id; // of what it takes the place of; a new one where that is read-only
    edits.append(kept);
    const Result<QStringList> ids = d->apply(**into, edits, {QStringLiteral("merge"), entryLabel(entry)});
    if (!ids)
        return ids.error();
    return EntryKey{path, ids->last()};
}

std::optional<TermStep> Termbases::Private::next(bool undo) const
{
    std::optional<TermStep> latest;
    for (const auto &one : termbases) {
        const glossary::TermStore *store = one->store();
        if (!store || store->isReadOnly())
            continue;
        const Result<std::optional<glossary::StoreStep>> step = undo ? store->undoable() : store->redoable();
        if (step && *step && (!latest || latest->step.moved < (*step)->moved))
            latest = TermStep{one->info().path, **step};
    }
    return latest;
}

QFuture<Result<TermbaseUpdate>> Termbases::Private::move(bool undo)
{
    const std::optional<TermStep> step = next(undo);
    if (!step)
        return QtFuture::makeReadyFuture(Result<TermbaseUpdate>(Error{
            QStringLiteral("store.nothing-to-undo"),
            undo ? QStringLiteral("There is nothing to undo.") : QStringLiteral("There is nothing to redo."),
            {}}));
    TermbaseUpdate update;
    update.termbase = step->termbase;
    update.name = step->step.name;
    update.entries = step->step.changes;
    const QString user = options.user;
    if (step->step.changes > fewChanges) {
        const bool own = step->termbase == options.ownFile;
        return QtConcurrent::run([update, user, undo, own]() mutable -> Result<TermbaseUpdate> {
            Result<glossary::TermStore> store = glossary::TermStore::open(update.termbase);
            if (!store)
                return store.error();
            const Result<glossary::StoreStep> done = undo ? store->undo(user) : store->redo(user);
            if (!done)
                return done.error();
            update.loaded = LoadedTermbase::load(update.termbase, own);
            return update;
        });
    }
    LoadedTermbase &edited = *termbase(step->termbase);
    const Result<glossary::StoreStep> done = undo ? edited.store()->undo(user) : edited.store()->redo(user);
    if (!done)
        return QtFuture::makeReadyFuture(Result<TermbaseUpdate>(done.error()));
    const Result<bool> followed = edited.follow();
    changed();
    return QtFuture::makeReadyFuture(followed ? Result<TermbaseUpdate>(update)
                                              : Result<TermbaseUpdate>(followed.error()));
}

std::optional<TermStep> Termbases::undoable() const
{
    return d->next(true);
}

std::optional<TermStep> Termbases::redoable() const
{
    return d->next(false);
}

QFuture<Result<TermbaseUpdate>> Termbases::undo()
{
    return d->move(true);
}

QFuture<Result<TermbaseUpdate>> Termbases::redo()
{
    return d->move(false);
}

Result<QList<glossary::HistoryItem>> Termbases::history(const EntryKey &key) const
{
    LoadedTermbase *termbase = d->termbase(key.termbase);
    if (!termbase || !termbase->store())
        return QList<glossary::HistoryItem>();
    return termbase->store()->history(key.id);
}

Result<void> Termbases::confirm(const QList<EntryKey> &keys)
{
    const Result<LoadedTermbase *> own = d->editable({});
    if (!own)
        return own.error();
    QStringList names;
    QString label = QString::number(keys.size());
    for (const EntryKey &key : keys) {
        const std::optional<TermRow> row = find(key);
        if (!row)
            return noSuchEntry(key);
        names.append(d->recordKey(key));
        if (keys.size() == 1)
            label = entryLabel(row->entry);
    }
    const Result<void> confirmed =
        (*own)->store()->confirm(names, {QStringLiteral("confirm"), label}, d->options.user);
    if (!confirmed)
        return confirmed;
    const Result<bool> followed = (*own)->follow();
    d->changed();
    return followed ? Result<void>() : followed.error();
}

Result<void> Termbases::addUses(const QHash<QString, qint64> &usesByKey)
{
    const Result<LoadedTermbase *> own = d->editable({});
    if (!own)
        return own.error();
    const QString prefix = d->options.ownFile + u'#';
    QHash<QString, qint64> uses;
    for (auto use = usesByKey.cbegin(); use != usesByKey.cend(); ++use)
        uses[use.key().startsWith(prefix) ? use.key().mid(prefix.size()) : use.key()] += use.value();
    if (const Result<void> added = (*own)->store()->addUses(uses); !added)
        return added;
    return (*own)->readRecords();
}

} // namespace verbale::session
