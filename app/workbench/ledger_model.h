#pragma once

#include "session/exit_ledger.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QMap>

#include <functional>
#include <memory>

namespace verbale::workbench {

/// What was read of the ledger, with what is reckoned from it once; made on a worker, then never changed, and
/// freed on a worker.
struct LedgerContents
{
    session::SentTexts sent;
    QStringList documents; ///< the one that something was sent of last comes first
    QStringList engines;
    QHash<QString, qint64> documentCosts; ///< characters that count
    QMap<int, qint64> monthCosts;         ///< by 202603
};
using LedgerContentsPtr = std::shared_ptr<const LedgerContents>;

/// Blocks: not for the GUI thread.
Result<LedgerContentsPtr> readLedger(const QProcessEnvironment &environment, const QString &head);

/// Which texts are shown. Empty: all.
struct LedgerFilter
{
    QString document;
    QString engine;
    qint64 from = 0; ///< milliseconds since 1970
    qint64 until = std::numeric_limits<qint64>::max();
};

struct LedgerChoice
{
    QList<int> places; ///< in SentTexts::texts, the newest first
    qint64 cost = 0;   ///< of them all, in characters that count
    int uncertain = 0; ///< how many of them may have been charged without an answer
};

/// The texts that are shown. For any thread; with many of them not for the GUI's.
LedgerChoice filtered(const LedgerContents &contents, const LedgerFilter &filter);

/// The user's own name of an engine first: "office (libretranslate)" of the ledger's "libretranslate:office".
QString ledgerEngineText(const QString &engine);
/// "Translated", "Lost on the way; may have been charged" ... Terms on their way to a glossary at the service
/// have no characters that count, and are not charged.
QString outcomeText(const session::SentText &text);
bool mayHaveBeenCharged(const session::SentText &text);

/// The texts that left this machine, as rows.
class LedgerModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Engine, Host, Document, Segment, Text, Characters, Billed, Outcome };

    /// The number that a segment of a document has in the window; 0: it is not open there, or has none.
    using SegmentNumber = std::function<int(const QString &document, const QString &segment)>;

    explicit LedgerModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}
    /// From then on segments are shown by their numbers, where they have one.
    void numberSegments(SegmentNumber number) { m_number = std::move(number); }

    void show(LedgerContentsPtr contents, QList<int> shown);
    [[nodiscard]] const session::SentText *at(int row) const;
    [[nodiscard]] int rowOf(qint64 number) const;                           ///< -1: it is not shown
    [[nodiscard]] QString segmentText(const session::SentText &text) const; ///< "15", or its key
    /// Those that are shown, in the order of their numbers.
    [[nodiscard]] QList<session::SentText> shownTexts() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    LedgerContentsPtr m_contents;
    QList<int> m_shown;
    SegmentNumber m_number;
};

} // namespace verbale::workbench
