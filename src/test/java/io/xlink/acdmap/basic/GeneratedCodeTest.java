package io.xlink.acdmap.basic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The class made of a script can do nothing but what this package lets it. */
class GeneratedCodeTest {
    private static final String PACKAGE = "io/xlink/acdmap/basic/";

    private static final String EVERYTHING = """
            Option Explicit
            Dim total As Double, t As String, b As Boolean, k As Integer
            Const Limit = 3
            Function F(x, ByVal y As Long) As String
              If y > 3 Then End
              F = x & y & Left("abc", 2) & Mid("abc", 2) & UCase("a") & Chr(65) & Space(2) & String(2, "x")
            End Function
            Sub P(x As Long)
              x = x + 1: Main
              Exit Sub
            End Sub
            Sub Main()
              Dim i As Long
              For i = 1 To Limit: total = total + i ^ 2 / 3: Next
              While b: b = Not b: Wend
              Do: i = i - 1: Loop Until i < 0
              Select Case Weekday
                Case 1, 3 To 5, Is > 6: t = F(total, i)
                Case Else: MsgBox t, 1
              End Select
              k = CInt(Val("1")) + Len(t) + InStr(t, "x") + Asc("a") + IIf(b, 1, 2) + Round(total, 2) + Sqr(4)
              Call P(i)
              If t = "x" Or t > "y" Then Result = Para1 * 2 \\ 3 Mod 4 Xor Minutes
            End Sub
            """;

    private final Set<String> owners = new HashSet<>();
    private final Set<String> instructionsThatNameClasses = new HashSet<>();

    @Test
    void callsOnlyItselfAndTheRuntime() {
        read(bytes(EVERYTHING));
        read(bytes("Sub Main()\nResult = Para1 / Para2\nEnd Sub"));
        assertThat(owners)
                .contains(PACKAGE + "Arithmetic")
                .isSubsetOf(
                        PACKAGE + "Compiled",
                        PACKAGE + "ScriptRun",
                        PACKAGE + "Arithmetic",
                        PACKAGE + "Comparisons",
                        PACKAGE + "Conversions",
                        PACKAGE + "NumberFunctions",
                        PACKAGE + "Texts");
        assertThat(instructionsThatNameClasses).as("new, casts, arrays").isEmpty();
    }

    private static byte[] bytes(String source) {
        SourceText text = new SourceText("$1.BAS", source);
        Problems problems = new Problems(text);
        Statement.Script tree = Parser.parse(Lexer.tokens(text, problems), problems);
        TypedScript typed = Checker.check(tree, problems)
                .orElseThrow(() -> new AssertionError(problems.errors().toString()));
        return Backend.bytes(typed);
    }

    private void read(byte[] bytes) {
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return new Calls();
            }
        };
        new ClassReader(bytes).accept(visitor, 0);
    }

    private final class Calls extends MethodVisitor {
        Calls() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            owners.add(owner);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            owners.add(owner);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            instructionsThatNameClasses.add(type);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            instructionsThatNameClasses.add(bootstrap.getOwner());
        }
    }
}
