#include "workbench/invalid_file.h"

#include "session/invalid_file.h"
#include "workbench/document_controller.h"
#include "workbench/later.h"
#include "workbench/message_bar.h"

#include <QtCore/QFileInfo>

namespace verbale::workbench {

namespace {

constexpr qsizetype shownCharacters = 140;

QString shortened(const QString &message)
{
    return message.size() <= shownCharacters ? message : message.left(shownCharacters) + u'…';
}

} // namespace

InvalidFileNotice::InvalidFileNotice(DocumentController &controller, MessageBar &bar, QObject *parent)
    : QObject(parent), m_controller(controller), m_bar(bar)
{
    connect(&controller, &DocumentController::opened, this, &InvalidFileNotice::look);
    connect(&controller, &DocumentController::closed, this, [this] { ++m_look; });
}

void InvalidFileNotice::look()
{
    const int look = ++m_look;
    // Beside a text there is no file yet to find fault with.
    if (m_controller.workingFile() != m_controller.path())
        return;
    const OriginalBytes bytes = m_controller.document().originalBytes;
    whenDone(this, runLater([bytes] { return session::findInvalid(bytes); }),
             [this, look](const session::InvalidFile &invalid) {
                 if (look == m_look && !invalid.isValid())
                     tell(invalid);
             });
}

void InvalidFileNotice::tell(const session::InvalidFile &invalid)
{
    QStringList lines{tr("%1 is not valid %2: %n problem(s).", nullptr, static_cast<int>(invalid.count()))
                          .arg(QFileInfo(m_controller.workingFile()).fileName(), invalid.standard)};
    for (const conformance::Finding &finding : invalid.first)
        lines.append(tr("Line %1: %2").arg(finding.line).arg(shortened(finding.message)));
    if (invalid.more > 0)
        lines.append(tr("%n more", nullptr, static_cast<int>(invalid.more)));
    if (!m_bar.text().isEmpty())
        lines.prepend(m_bar.text());
    m_bar.show(
        MessageBar::Kind::Warning, lines.join(u'\n'),
        {{tr("Open read-only"), [this] { m_controller.setReadOnly(true); }}, {tr("Edit anyway"), [] {}}});
}

} // namespace verbale::workbench
