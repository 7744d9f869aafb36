#pragma once

#include "session/merge_review.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace verbale::workbench {

class DocumentController;
class MessageBar;
class Questions;
class ReviewDialog;

/// The way from the menu to the list of what a reviser changed: the copy is chosen, read and compared on a
/// worker, then shown.
class ReviewFlow final : public QObject
{
    Q_OBJECT
public:
    ReviewFlow(DocumentController &document, MessageBar &bar, QWidget &window);

    void choose(Questions &questions);
    void bringBack(const QString &path);
    [[nodiscard]] ReviewDialog *dialog() const; ///< nullptr: none is open

signals:
    void segmentRequested(int row);
    void shown(); ///< the dialog is open
    void told();  ///< there is nothing to decide, or the copy cannot be read: the bar says so

private:
    void show(const session::ReviewComparison &comparison, const QStringList &warnings, const QString &path);

    DocumentController &m_document;
    MessageBar &m_bar;
    QWidget &m_window;
    QPointer<ReviewDialog> m_dialog;
    int m_request = 0;
    bool m_edited = false; ///< since the comparison began
};

} // namespace verbale::workbench
