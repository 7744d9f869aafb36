#pragma once

#include "ledger/store_file.h"
#include "plugins/machine-translation/engines/service_glossary.h"

namespace verbale::mt {

/// What the services have in glossaries of ours: an SQLite file, readable for its owner alone. One thread at
/// a time; several programs may use one file at once. Whoever loses it has new glossaries made.
class GlossaryStore
{
public:
    /// As openSoundStore(): of a damaged file a new one is begun.
    static Result<std::unique_ptr<GlossaryStore>> open(const QString &path);

    /// Made at random with the file: tells its glossaries from those of other computers in one account.
    [[nodiscard]] const QString &owner() const { return m_owner; }

    /// `place`: a hash of account and languages. Nothing is known of one that was never put.
    [[nodiscard]] Result<GlossaryState> find(const QByteArray &place) const;
    /// In the place of what was known before, on the disk when it returns.
    Result<void> put(const QByteArray &place, const GlossaryState &state);

private:
    GlossaryStore(std::unique_ptr<sqlite::Database> database, QString owner);

    std::unique_ptr<sqlite::Database> m_database;
    QString m_owner;
};

} // namespace verbale::mt
