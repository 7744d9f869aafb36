#pragma once

#include "glossary/engine/store_file.h"
#include "glossary/engine/store_values.h"

#include <QtCore/QHash>

namespace verbale::glossary {

/// Confirmations and uses of entries; inside the caller's transaction.
class StoreRecords
{
public:
    explicit StoreRecords(const Database &database);

    /// As confirmationImage has it; none when it never was.
    [[nodiscard]] Result<std::optional<QByteArray>> confirmation(const QString &key);
    [[nodiscard]] Result<void> setConfirmation(const QString &key, const std::optional<QByteArray> &image);
    [[nodiscard]] Result<void> addUses(const QString &key, qint64 uses);
    [[nodiscard]] Result<void> rename(const QString &key, const QString &to);
    [[nodiscard]] Result<QHash<QString, EntryRecord>> all() const;

private:
    const Database &m_database;
    Statement m_find;
    Statement m_confirm;
    Statement m_use;
    Statement m_rename;
};

/// Who confirmed and when, as JSON.
QByteArray confirmationImage(const QDateTime &moment, const QString &by);

} // namespace verbale::glossary
