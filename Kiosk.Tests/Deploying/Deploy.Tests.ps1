# deploy-kiosk.ps1 in every way it can be called and every way it can fail, with programs that stand in for ssh, sudo, apt-get and the SDK.
BeforeDiscovery {
    $ways = @(
        @{ Way = 'to a machine'; With = @{ Target = 'pi@kiosk.local'; Name = 'kiosk'; Setting = 'Kiosk:Printer=none' } }
        @{ Way = 'to a machine, back'; With = @{ Target = 'pi@kiosk.local'; Rollback = $true } }
        @{ Way = 'to this machine'; With = @{ Local = $true } }
        @{ Way = 'to this machine, back'; With = @{ Local = $true; Rollback = $true } }
        @{ Way = 'into a folder'; With = @{ Output = '/nowhere/at/all'; Runtime = 'linux-x64' } }
        @{ Way = 'into the usual folder'; With = @{} }
    )
    $target = 'Write -Target as user@host'
    $name = 'Write -Name in small letters'
    $setting = 'Write -Setting as'
    $refused = @(
        @{ What = 'a machine without its user'; With = @{ Target = 'kiosk.local' }; Sentence = $target }
        @{ What = 'a machine that reads as an option'; With = @{ Target = '-oProxyCommand=x@y' }; Sentence = $target }
        @{ What = 'a host that reads as an option'; With = @{ Target = 'pi@-oProxyCommand=x' }; Sentence = $target }
        @{ What = 'a machine with a port'; With = @{ Target = 'pi@kiosk.local:2222' }; Sentence = $target }
        @{ What = 'a machine with a line end'; With = @{ Target = "pi@kiosk.local`n" }; Sentence = $target }
        @{ What = 'no machine'; With = @{ Target = '' }; Sentence = $target }
        @{ What = 'a name in capitals'; With = @{ Target = 'pi@k'; Name = 'Kiosk' }; Sentence = $name }
        @{ What = 'a name with a command'; With = @{ Target = 'pi@k'; Name = 'a; reboot' }; Sentence = $name }
        @{ What = 'a name that is too long'; With = @{ Target = 'pi@k'; Name = 'k' * 64 }; Sentence = $name }
        @{ What = 'a setting that is none'; With = @{ Target = 'pi@k'; Setting = 'Printer=none' }; Sentence = $setting }
        @{ What = 'a setting without a value'; With = @{ Target = 'pi@k'; Setting = 'Kiosk:Printer' }; Sentence = $setting }
        @{ What = 'a setting with a quote'; With = @{ Target = 'pi@k'; Setting = "Kiosk:House='; reboot; '" }; Sentence = $setting }
        @{ What = 'one bad setting of two'; With = @{ Target = 'pi@k'; Setting = 'Kiosk:A=1', 'Kiosk:House=$x' }; Sentence = $setting }
        @{ What = 'a kind of machine that has no .NET'; With = @{ Runtime = 'linux-arm' }; Sentence = 'linux-arm64,linux-x64,win-x64' }
        @{ What = 'a machine and this machine'; With = @{ Target = 'pi@k'; Local = $true }; Sentence = 'Parameter set cannot be resolved' }
        @{ What = 'a name for a folder'; With = @{ Output = '/x'; Name = 'kiosk' }; Sentence = 'Parameter set cannot be resolved' }
    )
}

BeforeAll { . (Join-Path $PSScriptRoot 'StandIns.ps1') }

AfterAll { $env:PATH = $realPath }

Describe 'A machine that is reached by ssh' {
    BeforeEach {
        Use-StandIns 'ssh', 'scp', 'bash', 'dpkg-deb', 'dotnet'
        Set-Answer 'ssh' 'case "$*" in *--print-architecture) echo "Welcome."; echo arm64 ;; esac'
        Set-Answer 'bash' 'echo Packing; echo /packages/kiosk_1.2.3_$2.deb'
    }

    It 'gets the package of its kind, copied and installed' {
        (Invoke-Deploy @{ Target = 'pi@kiosk.local' }).Exit | Should -Be 0
        $calls = Get-Calls
        $calls | Should -HaveCount 4
        $calls[0] | Should -Be 'ssh [pi@kiosk.local] [command -v sudo >/dev/null && dpkg --print-architecture]'
        $calls[1] | Should -Be "bash [$(Join-Path $root 'package.sh')] [arm64]"
        $calls[2] | Should -Be 'scp [-q] [/packages/kiosk_1.2.3_arm64.deb] [pi@kiosk.local:]'
        $calls[3] | Should -BeLike 'ssh `[-t`] `[pi@kiosk.local`] `[sudo apt-get * install *--allow-downgrades ./kiosk_1.2.3_arm64.deb;*`]'
        $calls[3] | Should -Not -BeLike '*sudo kiosk setup*'
    }

    It 'gets its name and settings, each as one word' {
        Use-StandIns 'ssh', 'scp', 'bash', 'dpkg-deb', 'sudo', 'dpkg'
        Set-Answer 'bash' 'echo /packages/kiosk_1.2.3_$2.deb'
        Set-Answer 'ssh' 'for command; do :; done; sh -c "$command"' # as the machine's own shell would
        Set-Answer 'dpkg' 'echo amd64'
        $settings = 'Kiosk:House=/srv/our house; 2.json', 'Kiosk:Printer=escpos:tcp://10.0.0.9'
        $answer = Invoke-Deploy @{ Target = 'pi@k'; Name = 'hall-1'; Setting = $settings }
        $answer.Complaint | Should -BeNullOrEmpty
        Get-Calls | Where-Object { $_ -like 'sudo*' } | Select-Object -Last 1 | Should -Be (
            'sudo [kiosk] [setup] [--name] [hall-1] [--Kiosk:House=/srv/our house; 2.json] [--Kiosk:Printer=escpos:tcp://10.0.0.9]')
    }

    It 'gets settings that another shell joined with commas' {
        Invoke-Deploy @{ Target = 'pi@k'; Setting = 'Kiosk:Voice=none,Kiosk:Volume=50' } | Out-Null
        @(Get-Calls)[-1] | Should -BeLike "*sudo kiosk setup '--Kiosk:Voice=none' '--Kiosk:Volume=50';*"
    }

    It 'goes back, and nothing is made or copied' {
        (Invoke-Deploy @{ Target = 'pi@k'; Rollback = $true }).Exit | Should -Be 0
        Get-Calls | Should -Be 'ssh [-t] [pi@k] [sudo kiosk setup --rollback]'
    }

    It 'loses the package again, and tells what its installation ended with' {
        $home_ = New-Item -ItemType Directory -Path (Join-Path $TestDrive 'home')
        Use-StandIns 'ssh', 'scp', 'bash', 'dpkg-deb', 'sudo', 'dpkg'
        Set-Answer 'bash' 'echo /packages/kiosk_1.2.3_$2.deb'
        Set-Answer 'scp' "touch $home_/kiosk_1.2.3_amd64.deb"
        Set-Answer 'ssh' "for command; do :; done; cd $home_; sh -c `"`$command`""
        Set-Answer 'dpkg' 'echo amd64'
        Set-Answer 'sudo' 'case "$*" in *install*) exit 100 ;; esac'
        $answer = Invoke-Deploy @{ Target = 'pi@k'; Name = 'kiosk' }
        $answer.Exit | Should -Be 1
        $answer.Complaint | Should -Be 'Setting up pi@k failed: ssh ended with 100, and said why above.'
        Get-ChildItem $home_ | Should -BeNullOrEmpty
        Get-Calls | Should -Not -Contain 'sudo [kiosk] [setup] [--name] [kiosk]'
    }

    It 'gets a folder with its own .NET from a computer that cannot make packages' {
        Use-StandIns 'ssh', 'scp', 'dotnet'
        Set-Answer 'ssh' 'case "$*" in *--print-architecture) echo arm64 ;; esac'
        Set-Answer 'scp' 'cat "$3/Kiosk.App" >"$STAND_INS/copied"'
        Set-Answer 'dotnet' 'mkdir -p "$6"; echo program >"$6/Kiosk.App"'
        (Invoke-Deploy @{ Target = 'pi@k'; Name = 'kiosk' }).Exit | Should -Be 0
        $calls = Get-Calls
        $calls[1] | Should -BeLike 'dotnet `[publish`]*`[--runtime`] `[linux-arm64`] `[--self-contained`] `[true`]*'
        $calls[2] | Should -Match '^scp \[-q\] \[-r\] \[(.*)\] \[pi@k:kiosk-.*\]$'
        Get-Content (Join-Path $env:STAND_INS 'copied') | Should -Be 'program'
        $calls[3] | Should -Match ('\[chmod \+x (kiosk-\S+)/Kiosk\.App && sudo env \S+ \./\1/Kiosk\.App setup --name kiosk; ' +
            'ended=\$\?; rm -rf \1; exit \$ended\]$')
        $calls[2] -match '\[(/\S+/kiosk-\S+)\]' | Should -BeTrue
        $Matches[1] | Should -Not -Exist
    }
}

Describe 'A machine that cannot be set up is told in a sentence, with exit code 1:' {
    BeforeEach {
        Use-StandIns 'ssh', 'scp', 'bash', 'dpkg-deb', 'dotnet'
        Set-Answer 'ssh' 'case "$*" in *--print-architecture) echo amd64 ;; esac'
        Set-Answer 'bash' 'echo /packages/kiosk_1.2.3_$2.deb'
    }

    It '<Program>: <Sentence>' -ForEach @(
        @{ Program = 'ssh'; Does = 'exit 255'; Last = 'ssh'; Sentence = "pi@k cannot be reached: 'ssh pi@k' must work first." }
        @{ Program = 'ssh'; Does = 'exit 1'; Last = 'ssh'
            Sentence = 'The kiosk needs Debian or Raspberry Pi OS with sudo; pi@k is something else, or has no sudo.' }
        @{ Program = 'ssh'; Does = 'echo i386'; Last = 'ssh'
            Sentence = 'The kiosk runs on 64-bit PCs (amd64) and 64-bit ARM (arm64); the system of pi@k is i386.' }
        @{ Program = 'ssh'; Does = 'echo armhf'; Last = 'ssh'
            Sentence = 'The kiosk runs on 64-bit PCs (amd64) and 64-bit ARM (arm64); the system of pi@k is armhf.' }
        @{ Program = 'bash'; Does = 'exit 2'; Last = 'bash'
            Sentence = 'Making the package failed: bash ended with 2, and said why above.' }
        @{ Program = 'scp'; Does = 'exit 1'; Last = 'scp'; Sentence = 'Copying to pi@k failed: scp ended with 1, and said why above.' }
        @{ Program = 'ssh'; Last = 'ssh'; Does = 'case "$*" in *--print-architecture) echo amd64 ;; *) exit 100 ;; esac'
            Sentence = 'Setting up pi@k failed: ssh ended with 100, and said why above.' }
    ) {
        Set-Answer $Program $Does
        $answer = Invoke-Deploy @{ Target = 'pi@k' }
        $answer.Exit | Should -Be 1
        $answer.Complaint | Should -Be $Sentence
        @(Get-Calls)[-1] | Should -BeLike "$Last *" # and nothing was tried after it
    }

    It 'it does not go back' {
        Set-Answer 'ssh' 'exit 1'
        $answer = Invoke-Deploy @{ Target = 'pi@k'; Rollback = $true }
        $answer.Exit | Should -Be 1
        $answer.Complaint | Should -Be 'Going back on pi@k failed: ssh ended with 1, and said why above.'
    }

    It 'going back takes no name and no setting' -ForEach @{ Name = 'kiosk' }, @{ Setting = 'Kiosk:Voice=none' } {
        $answer = Invoke-Deploy ($_ + @{ Target = 'pi@k'; Rollback = $true })
        $answer.Exit | Should -Be 1
        $answer.Complaint | Should -BeLike '-Rollback *leave out -Name and -Setting.'
        Get-Calls | Should -BeNullOrEmpty
    }

    It 'this computer has no <_>' -ForEach 'ssh', 'scp', 'bash' {
        Remove-Item (Join-Path $env:PATH $_)
        $answer = Invoke-Deploy @{ Target = 'pi@k' }
        $answer.Exit | Should -Be 1
        $answer.Complaint | Should -BeLike "* needs $_, which this computer does not have."
    }

    It 'without packages, <Program> fails and nothing is left here' -ForEach @(
        @{ Program = 'dotnet'; Does = 'mkdir -p "$6"; exit 1'; Sentence = 'Publishing failed: dotnet ended with 1, and said why above.' }
        @{ Program = 'scp'; Does = 'exit 1'; Sentence = 'Copying to pi@k failed: scp ended with 1, and said why above.' }
    ) {
        Remove-Item (Join-Path $env:PATH 'dpkg-deb')
        Set-Answer 'dotnet' 'mkdir -p "$6"'
        Set-Answer $Program $Does
        $answer = Invoke-Deploy @{ Target = 'pi@k' }
        $answer.Exit | Should -Be 1
        $answer.Complaint | Should -Be $Sentence
        @(Get-Calls)[1] -match '\[--output\] \[(\S+)\]' | Should -BeTrue
        $Matches[1] | Should -Not -Exist
    }
}

Describe 'This machine' {
    BeforeEach {
        Use-StandIns 'sudo', 'dpkg', 'bash'
        Set-Answer 'dpkg' 'echo amd64'
        Set-Answer 'bash' 'echo "/our packages/kiosk_1.2.3_$2.deb"'
    }

    It 'is set up by the same package' {
        (Invoke-Deploy @{ Local = $true; Name = 'kiosk'; Setting = 'Kiosk:Voice=none' }).Exit | Should -Be 0
        $calls = Get-Calls
        $calls[0] | Should -Be 'dpkg [--print-architecture]'
        $calls[-2] | Should -BeLike 'sudo `[env`] *`[apt-get`] `[install`]*`[/our packages/kiosk_1.2.3_amd64.deb`]'
        $calls[-1] | Should -Be 'sudo [kiosk] [setup] [--name] [kiosk] [--Kiosk:Voice=none]'
    }

    It 'goes back, and nothing is made' {
        (Invoke-Deploy @{ Local = $true; Rollback = $true }).Exit | Should -Be 0
        Get-Calls | Should -Be 'sudo [kiosk] [setup] [--rollback]'
    }

    It 'says what failed, with exit code 1' {
        Set-Answer 'sudo' 'exit 100'
        $answer = Invoke-Deploy @{ Local = $true }
        $answer.Exit | Should -Be 1
        $answer.Complaint | Should -Be 'Setting up this machine failed: sh ended with 100, and said why above.'
    }

    It 'is not set up when it is no Debian, or has no sudo' -ForEach 'dpkg', 'sudo' {
        Remove-Item (Join-Path $env:PATH $_)
        $answer = Invoke-Deploy @{ Local = $true }
        $answer.Exit | Should -Be 1
        $answer.Complaint | Should -Be (
            'The kiosk needs Debian or Raspberry Pi OS with sudo; this machine is something else, or has no sudo.')
    }
}

Describe 'A folder' {
    BeforeEach { Use-StandIns 'dotnet' }

    It 'holds a program with its own .NET for <_>' -ForEach 'linux-arm64', 'linux-x64', 'win-x64' {
        $answer = Invoke-Deploy @{ Output = "$TestDrive/out"; Runtime = $_ }
        $answer.Exit | Should -Be 0
        Get-Calls | Should -BeLike (
            "dotnet ``[publish``] *``[$TestDrive/out/kiosk-*``] ``[--runtime``] ``[$_``] ``[--self-contained``] ``[true``]*")
        $answer.Said | Should -BeLike "Published to $TestDrive/out/kiosk-*. Start it there with: ./Kiosk.App"
    }

    It 'holds a program for any machine with .NET' {
        $answer = Invoke-Deploy @{ Output = "$TestDrive/out" }
        Get-Calls | Should -Not -BeLike '*--runtime*'
        $answer.Said | Should -BeLike 'Published to * with: dotnet Kiosk.App.dll'
    }

    It 'is below publish, beside the script, unless another is named' {
        (Invoke-Deploy @{}).Said | Should -BeLike "Published to $root/publish/kiosk-*"
    }

    It 'is not there when publishing fails, and that is said' {
        Set-Answer 'dotnet' 'exit 1'
        $answer = Invoke-Deploy @{ Output = "$TestDrive/out" }
        $answer.Exit | Should -Be 1
        $answer.Said | Should -BeNullOrEmpty
        $answer.Complaint | Should -Be 'Publishing failed: dotnet ended with 1, and said why above.'
    }
}

Describe 'What is asked' {
    BeforeEach { Use-StandIns 'ssh', 'scp', 'bash', 'dpkg-deb', 'dotnet', 'sudo', 'dpkg' }

    It 'is only said with -WhatIf: <Way>' -ForEach $ways {
        (Invoke-Deploy ($With + @{ WhatIf = $true })).Exit | Should -Be 0
        Get-Calls | Should -BeNullOrEmpty
    }

    It 'is refused in words before anything is called: <What>' -ForEach $refused {
        { & $script @With } | Should -Throw "*$Sentence*"
        Get-Calls | Should -BeNullOrEmpty
    }
}

Describe 'A shell' {
    BeforeEach {
        Use-StandIns 'ssh', 'scp', 'bash', 'dpkg-deb'
        Set-Answer 'ssh' 'exit 255'
    }

    It 'reads exit code 1 and a plain sentence: <Target>' -ForEach @(
        @{ Target = 'pi@k'; Sentence = "^pi@k cannot be reached: 'ssh pi@k' must work first\.$" }
        @{ Target = 'nobody'; Sentence = 'Write -Target as user@host' }
    ) {
        $said = & $reallyDotnet (Join-Path $PSHOME 'pwsh.dll') -NoProfile -NonInteractive -File $script -Target $Target 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 1
        $said.Trim() | Should -Match $Sentence
    }
}
