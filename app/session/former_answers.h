#pragma once

#include "session/gathering.h"

#include <QtCore/QHash>

namespace verbale::session {

/// What slow plugins answered the last time. Asked again, they may take their time, and what they found
/// stands until then, so that nothing goes from the screen to come again a moment later. Only plugins that
/// are not waited for are remembered.
class FormerAnswers
{
public:
    /// Keeps what has come.
    void remember(const TermsGathering &gathering);
    void remember(const ReceiptsGathering &gathering);

    /// Lets former answers stand in for those that are still to come: terms of the same source; receipts for
    /// the same terms, as far as the words of the target that they are about stand at the same place.
    void standIn(TermsGathering &gathering) const;
    void standIn(ReceiptsGathering &gathering) const;

    void clear();

private:
    struct Terms
    {
        QString source;
        QList<TermHit> hits;
    };
    struct Receipts
    {
        QString target;
        QList<TermHit> terms;
        QList<TermReceipt> receipts;
    };
    QHash<QString, QHash<QString, Terms>> m_terms; ///< by plugin, then by segment
    QHash<QString, QHash<QString, Receipts>> m_receipts;
};

} // namespace verbale::session
