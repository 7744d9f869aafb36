#pragma once

#include "glossary/engine/concept_entry.h"
#include "glossary/engine/entry_search.h"
#include "glossary/engine/store_values.h"
#include "session/glossaries.h"

#include <QtCore/QSet>

#include <memory>
#include <optional>

namespace verbale::session {

/// Which entry of which termbase.
struct EntryKey
{
    QString termbase; ///< a file, or "builtin": TermHit::termbase
    QString id;

    /// "TERMBASE#ID", as in ConceptEntry::overrides and TermsRequest::chosenEntries.
    [[nodiscard]] QString toString() const { return termbase + QLatin1Char('#') + id; }
    friend bool operator==(const EntryKey &, const EntryKey &) = default;
};

struct TermbaseInfo
{
    QString path; ///< or "builtin"
    QString name; ///< for people
    bool readOnly = false;
    bool own = false;    ///< the user's own: what is added without a termbase goes there
    bool exists = false; ///< the user's own is made with its first entry
    qint64 entries = 0;
    QString problem;      ///< why it could not be read: it takes part in nothing; empty: it could
    QStringList warnings; ///< rows that were left out, at most twenty
};

struct TermFilter
{
    QString typed; ///< empty: every entry, in the alphabet's order
    std::optional<QString> domain;
    std::optional<TermStatus> status; ///< of any of its terms
    std::optional<QString> authority;
    QString termbase;                   ///< empty: all
    std::optional<QSet<QString>> keys;  ///< only these (EntryKey::toString): "used in this document"
    bool overridden = true;             ///< also those that another entry stands for
    std::optional<bool> confirmed = {}; ///< only those that were, or never were
};

struct TermRow
{
    EntryKey key;
    glossary::ConceptEntry entry;
    qsizetype term = 0; ///< index of the entry's term that fits best
    glossary::SearchRank rank = glossary::SearchRank::Exact;
    bool overridden = false; ///< an entry of a stronger termbase stands for it
    bool readOnly = false;   ///< saving it makes a copy in the user's own termbase
};

struct TermRows
{
    QList<TermRow> rows;
    bool more = false; ///< there are more than the limit
};

/// Something to know before an entry is saved.
struct TermConflict
{
    QString code;     ///< as in GlossaryFinding, and "same-vietnamese", "same-english"
    QString severity; ///< "error", "warning"
    QString message;
    std::optional<EntryKey> other = {}; ///< the entry that it is about, where there is one
};

/// What an undo or redo would do.
struct TermStep
{
    QString termbase;
    glossary::StoreStep step;
};

/// What a piece of work did; given to Termbases::take on the GUI thread, from where on it is seen.
struct TermbaseUpdate
{
    QString termbase;
    glossary::StepName name;                           ///< of the step
    qint64 entries = 0;                                ///< touched
    std::shared_ptr<class LoadedTermbase> loaded = {}; ///< empty: nothing is to be taken
};

struct ImportOptions
{
    QString format;                  ///< empty: what the file says
    QHash<QString, QString> columns; ///< as in GlossaryImportOptions, with the three that follow
    QString encoding = {};
    QString sheet = {};
    std::optional<bool> header = {};
    bool skipBadRows = false;    ///< without it nothing is imported when a row is bad
    bool skipDuplicates = true;  ///< leave out what the target has already, and says nothing new
    bool replaceSameIds = false; ///< an entry with the id of one of the target's takes its place
};

/// What an import would do; nothing is written yet.
struct ImportPreview
{
    QString path;
    QString termbase;                 ///< the target
    QList<glossary::EntryEdit> edits; ///< what it comes to
    QList<glossary::ConceptEntry> entries;
    QList<Error> rejected;   ///< rows that are wrong, with line and reason
    QList<Error> duplicates; ///< what entries share with one another or with the target
    QStringList warnings;    ///< what cannot be kept, a sentence a kind
    qint64 left = 0;         ///< entries that are left out, as they say nothing new
};

} // namespace verbale::session
