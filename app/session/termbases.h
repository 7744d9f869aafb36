#pragma once

#include "session/settings.h"
#include "session/termbase_values.h"

#include <verbale/sdk/control.h>

#include <QtCore/QFuture>

namespace verbale::session {

struct TermbasesOptions
{
    QStringList glossaries; ///< strongest first: files and "builtin"
    QString ownFile;        ///< the user's own termbase: where new entries go; need not exist
    QString user;           ///< who edits
};

/// $XDG_DATA_HOME/verbale/terms.vtb.
QString ownTermbaseFile();
/// Settings::glossaries; when empty, the user's own termbase and "builtin".
QStringList glossariesOf(const Settings &settings);
/// The same for a request, to which a termbase that is not made yet is unknown: without these.
QStringList existingGlossaries(QStringList glossaries);
TermbasesOptions termbasesOptions(const Settings &settings);

/// The termbases that are used together, strongest first. Owned and used by one thread, which may be the
/// GUI's: no function takes more than a few milliseconds on 100,000 entries, except open(). What takes longer
/// is a QFuture whose TermbaseUpdate is given to take() when it has come; such work runs beside the object,
/// which may be used, or be gone, meanwhile.
///
/// .vtb files are edited in place; every edit is one undo step. Other files and the shipped glossary are read
/// only: an entry of theirs is saved as a copy in the user's own termbase that overrides it. Errors of
/// editing: those of glossary::TermStore, and termbase.unknown, termbase.no-entry, termbase.read-only,
/// termbase.no-terms.
class Termbases
{
public:
    /// Reads everything; a termbase that cannot be read is listed with its problem. Not for the GUI thread.
    static std::shared_ptr<Termbases> open(const TermbasesOptions &options);
    static QFuture<std::shared_ptr<Termbases>> openLater(const TermbasesOptions &options);
    ~Termbases();

    [[nodiscard]] QList<TermbaseInfo> list() const;
    /// For TermsRequest::glossaries: those that exist and could be read. Changes when the first entry is
    /// added.
    [[nodiscard]] QStringList glossaries() const;
    /// Grows with every change that take, refresh or an edit has brought: what was found before is old.
    [[nodiscard]] quint64 revision() const;

    [[nodiscard]] TermRows search(const TermFilter &filter, qsizetype limit) const;
    [[nodiscard]] std::optional<TermRow> find(const EntryKey &key) const;
    [[nodiscard]] QStringList domains() const;
    [[nodiscard]] QStringList authorities() const;

    /// What lint would say of this entry beside all others, and its English in other concepts. `replaced`:
    /// the entry that it is an edit of.
    [[nodiscard]] QList<TermConflict> conflicts(const glossary::ConceptEntry &entry,
                                                const std::optional<EntryKey> &replaced = {}) const;

    /// Into the user's own termbase when none is named.
    Result<EntryKey> add(const glossary::ConceptEntry &entry, const QString &termbase = {});
    /// The key of a read-only entry's copy is another one.
    Result<EntryKey> save(const EntryKey &key, const glossary::ConceptEntry &entry);
    /// One step. Error termbase.read-only for what cannot be removed, termbase.mixed for several termbases.
    Result<void> remove(const QList<EntryKey> &keys);
    /// The entries as one: terms united, the first one's fields first. A value to look at and edit.
    [[nodiscard]] Result<glossary::ConceptEntry> merged(const QList<EntryKey> &keys) const;
    /// Puts `entry` in the place of all of them: read-only ones are overridden.
    Result<EntryKey> merge(const QList<EntryKey> &keys, const glossary::ConceptEntry &entry);

    /// In all termbases the latest one; a step of many entries takes its time.
    [[nodiscard]] std::optional<TermStep> undoable() const;
    [[nodiscard]] std::optional<TermStep> redoable() const;
    QFuture<Result<TermbaseUpdate>> undo();
    QFuture<Result<TermbaseUpdate>> redo();
    [[nodiscard]] Result<QList<glossary::HistoryItem>> history(const EntryKey &key) const;

    Result<void> confirm(const QList<EntryKey> &keys);
    Result<void> addUses(const QHash<QString, qint64> &usesByKey); ///< EntryKey::toString
    [[nodiscard]] glossary::EntryRecord record(const EntryKey &key) const;

    /// `progress` is called on the worker; a stopped one gives error store.cancelled and changes nothing.
    QFuture<Result<ImportPreview>> previewImport(const QString &path, const QString &termbase,
                                                 const ImportOptions &options, StopToken stop = {}) const;
    /// One transaction, one step. Error termbase.bad-rows unless these may be skipped.
    QFuture<Result<TermbaseUpdate>> importEntries(const ImportPreview &preview, const ImportOptions &options,
                                                  StopToken stop = {}, const Progress &progress = {}) const;
    /// Writes all of a termbase (empty: all termbases, without what is overridden); gives the warnings.
    QFuture<Result<QStringList>> exportTo(const QString &path, const QString &format, const QString &termbase,
                                          StopToken stop = {}) const;
    QFuture<Result<QList<GlossaryFinding>>> lint(const QString &termbase = {}) const;

    /// Looks whether other programs have edited the stores; false: there is much, so that reload() is due.
    [[nodiscard]] Result<bool> refresh();
    QFuture<Result<TermbaseUpdate>> reload(const QString &termbase) const;
    void take(const TermbaseUpdate &update);

private:
    explicit Termbases(TermbasesOptions options);
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace verbale::session
