#pragma once

#include "support.h"
#include "workbench/message_bar.h"
#include "workbench/safekeeping.h"

#include <QtCore/QTemporaryDir>

#include <functional>
#include <memory>

namespace verbale::workbench {

void setTarget(Segment &segment, const QString &text);

/// Whether the bar comes to say it, within ten seconds.
bool waitForNews(const MessageBar *bar, const QString &part);

/// A file of four segments in a folder of its own, and windows that keep a journal of what is typed in it.
class KeptDocument
{
protected:
    struct Opened
    {
        SetAnswers::Record answers;
        std::unique_ptr<MainWindow> window;
        DocumentController &controller() const { return window->controller(); }
        Safekeeping &safe() const { return window->safekeeping(); }
        QString news() const { return safe().news()->text(); }
    };

    /// Makes folder and file anew.
    void begin();
    [[nodiscard]] std::unique_ptr<Opened> open(OpenMode mode = OpenMode::Continue);
    /// A document in which segment 2 was changed here and by another program.
    [[nodiscard]] std::unique_ptr<Opened> openWithConflict();
    /// As another program does it.
    void writeFile(const std::function<void(Document &)> &edit);
    [[nodiscard]] QString state() const { return m_folder->filePath(QStringLiteral("state")); }
    [[nodiscard]] QString journal() const { return session::journalFileFor(m_file); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

} // namespace verbale::workbench
