#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace verbale::mt {

/// A term of the segment and its English, for engines that take terms.
struct TermPair
{
    QString source;
    QString target;
    friend bool operator==(const TermPair &, const TermPair &) = default;
};

/// What is known of a glossary of ours at a service: one target for each source of a pair of languages.
struct GlossaryState
{
    QString id = {}; ///< of the service; empty: none was made yet
    QList<TermPair> entries = {};
    /// A request about it was lost: without an id there may be one of our name, with one it may hold other
    /// entries than these.
    bool unsure = false;
};

/// A request about a glossary, in the place of a text to translate. Services take no charge for it.
struct GlossaryStep
{
    enum class Kind {
        Find,    ///< one of our name; answered with its id, or nothing
        Create,  ///< answered with its id
        Merge,   ///< further entries, or others for the same sources
        Replace, ///< all that it holds
    };
    Kind kind = Kind::Create;
    QString id = {};              ///< for Merge and Replace
    QString name = {};            ///< ours, for Find and Create
    QList<TermPair> entries = {}; ///< for all but Find
};

/// Entries that were left out, and why: one bad term never sinks the others.
struct RejectedTerm
{
    TermPair term;
    QString reason;
};

struct GlossaryPlan
{
    std::optional<GlossaryStep> step; ///< the next one; nothing: the service has it all
    QList<RejectedTerm> rejected;
    QList<TermPair> accepted; ///< of what was wanted, as the service is given it
};

/// As the service and the ledger are given them: lines with a tab between source and target.
QString tableOf(const QList<TermPair> &entries);

/// What is known after a step that was answered well, with this id.
GlossaryState after(GlossaryState known, const GlossaryStep &step, const QString &id);

} // namespace verbale::mt
