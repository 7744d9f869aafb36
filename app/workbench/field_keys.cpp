#include "workbench/field_keys.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QTextDocument>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

#include <functional>

namespace verbale::workbench {

namespace {

class UndoKeys final : public QObject
{
public:
    UndoKeys(QWidget *field, std::function<bool()> canUndo, std::function<bool()> canRedo)
        : QObject(field), m_canUndo(std::move(canUndo)), m_canRedo(std::move(canRedo))
    {
        field->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool asks = event->type() == QEvent::ShortcutOverride;
        if (!asks && event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool toWindow = (key->matches(QKeySequence::Undo) && !m_canUndo()) ||
                              (key->matches(QKeySequence::Redo) && !m_canRedo());
        if (!toWindow)
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }

private:
    std::function<bool()> m_canUndo;
    std::function<bool()> m_canRedo;
};

} // namespace

void shareUndoKeys(QLineEdit *field)
{
    new UndoKeys(
        field, [field] { return field->isUndoAvailable(); }, [field] { return field->isRedoAvailable(); });
}

void shareUndoKeys(QPlainTextEdit *field)
{
    new UndoKeys(
        field, [field] { return field->document()->isUndoAvailable(); },
        [field] { return field->document()->isRedoAvailable(); });
}

} // namespace verbale::workbench
