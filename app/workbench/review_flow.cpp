#include "workbench/review_flow.h"

#include "workbench/document_controller.h"
#include "workbench/later.h"
#include "workbench/message_bar.h"
#include "workbench/questions.h"
#include "workbench/review_dialog.h"

#include <QtCore/QFileInfo>

namespace verbale::workbench {

namespace {

struct Compared
{
    session::ReviewComparison comparison;
    QStringList warnings; ///< of the reviewed copy
};

/// Runs on a worker.
Result<Compared> compare(const Document &document, const QString &path)
{
    const Result<session::ReviewedCopy> copy = session::readReview(path);
    if (!copy)
        return copy.error();
    return Compared{session::compareReview(document, *copy), copy->warnings};
}

} // namespace

ReviewFlow::ReviewFlow(DocumentController &document, MessageBar &bar, QWidget &window)
    : QObject(&window), m_document(document), m_bar(bar), m_window(window)
{
    connect(&document, &DocumentController::historyChanged, this, [this] { m_edited = true; });
    connect(&document, &DocumentController::closed, this, [this] {
        ++m_request;
        if (m_dialog)
            m_dialog->reject();
    });
}

ReviewDialog *ReviewFlow::dialog() const
{
    return m_dialog;
}

void ReviewFlow::choose(Questions &questions)
{
    if (!m_document.hasDocument())
        return;
    const QString path =
        questions.reviewToOpen(&m_window, QFileInfo(m_document.workingFile()).absolutePath());
    if (!path.isEmpty())
        bringBack(path);
}

void ReviewFlow::bringBack(const QString &path)
{
    const int request = ++m_request;
    m_edited = false;
    m_document.endTyping();
    const Document document = m_document.document();
    whenDone(this, runLater([document, path] { return compare(document, path); }),
             [this, request, path](const Result<Compared> &compared) {
                 if (request != m_request || !m_document.hasDocument())
                     return;
                 if (m_edited) {
                     bringBack(path);
                 } else if (compared) {
                     show(compared->comparison, compared->warnings, path);
                 } else {
                     m_bar.show(MessageBar::Kind::Error, compared.error().text());
                     emit told();
                 }
             });
}

void ReviewFlow::show(const session::ReviewComparison &comparison, const QStringList &warnings,
                      const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (comparison.changes.isEmpty() && comparison.unmatched.isEmpty()) {
        const QString same = tr("%1 changes nothing: its %n segment(s) are as in the document.", nullptr,
                                static_cast<int>(comparison.unchanged))
                                 .arg(name);
        m_bar.show(warnings.isEmpty() ? MessageBar::Kind::Info : MessageBar::Kind::Warning,
                   (QStringList(same) + warnings).join(u' '));
        emit told();
        return;
    }
    if (!warnings.isEmpty())
        m_bar.show(MessageBar::Kind::Warning, warnings.join(u' '));
    if (m_dialog)
        m_dialog->reject();
    m_dialog = new ReviewDialog(m_document, comparison, name, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ReviewDialog::segmentRequested, this, &ReviewFlow::segmentRequested);
    m_dialog->open();
    emit shown();
}

} // namespace verbale::workbench
